package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
)

// servicesVariable names the environment variable that says where the services of Google answer: a socket.
const servicesVariable = "GOOGLE_STAND_IN_ASKS"

// services answers what Google's services would accept. Without a socket, everything is accepted.
type services struct{ socket string }

// refusal returns the message with which a resource is refused; nil if it is accepted.
func (s services) refusal(kind string, attributes json.RawMessage) error {
	return s.ask(map[string]any{"type": kind, "attributes": attributes})
}

// noteRead tells that a data source is read.
func (s services) noteRead(kind string) error { return s.ask(map[string]any{"read": kind}) }

func (s services) ask(question map[string]any) error {
	if s.socket == "" {
		return nil
	}
	body, err := json.Marshal(question)
	if err != nil {
		return err
	}
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", s.socket)
	}
	client := http.Client{Transport: &http.Transport{DialContext: dial, DisableKeepAlives: true}}
	response, err := client.Post("http://services/", "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode == http.StatusOK {
		return err
	}
	return fmt.Errorf("%s", answer)
}
