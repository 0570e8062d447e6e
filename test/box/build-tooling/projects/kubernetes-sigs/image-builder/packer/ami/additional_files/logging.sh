#!/bin/sh
echo "stand-in logging script"
