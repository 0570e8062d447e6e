// A vCenter to test against: VMware's simulator with its default inventory, on a free port of the loopback interface.
// Arguments: user name and password. It prints its address and the file with its certificate once it listens, and
// ends with its standard input.
package main

import (
	"crypto/tls"
	"fmt"
	"io"
	"log"
	"net/url"
	"os"

	"github.com/vmware/govmomi/simulator"
	_ "github.com/vmware/govmomi/vapi/simulator"
)

func main() {
	model := simulator.VPX()
	model.Autostart = false
	if err := model.Create(); err != nil {
		log.Fatal(err)
	}
	defer model.Remove()
	model.Service.TLS = new(tls.Config)
	model.Service.RegisterEndpoints = true
	model.Service.Listen = &url.URL{Host: "127.0.0.1:0", User: url.UserPassword(os.Args[1], os.Args[2])}
	server := model.Service.NewServer()
	defer server.Close()
	certificate, err := server.CertificateFile()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(server.URL.Host)
	fmt.Println(certificate)
	_, _ = io.Copy(io.Discard, os.Stdin)
}
