#!/bin/sh
echo "stand-in bootstrap script"
