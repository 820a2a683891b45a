// Command terraform-provider-google stands in for Google's provider: it takes what that one takes, and keeps what it
// makes in a folder. It proves what Terraform sees of an artefact (names, types, references, order, what stays and what
// goes). Of what Google's services accept beyond that, it asks whoever started it.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tfprotov5/tf5server"
)

// cloudVariable names the environment variable that says which folder is the cloud.
const cloudVariable = "GOOGLE_STAND_IN"

func main() {
	log.SetFlags(0)
	executable, err := os.Executable()
	if err != nil {
		log.Fatal(err)
	}
	schema, err := readSchema(filepath.Join(filepath.Dir(executable), "schema.json"))
	if err != nil {
		log.Fatal(err)
	}
	server := func() tfprotov5.ProviderServer {
		return &provider{schema: schema, cloud: cloud{folder: os.Getenv(cloudVariable)}, services: services{os.Getenv(servicesVariable)}}
	}
	if err := tf5server.Serve("registry.terraform.io/hashicorp/google", server); err != nil {
		log.Fatal(err)
	}
}
