// Package polyglot is Cloud Functions' way in: a request comes as one of net/http's.
package polyglot

import (
	"io"
	"net/http"

	"example.com/polyglot/greeting"
	"github.com/GoogleCloudPlatform/functions-framework-go/functions"
)

func init() {
	functions.HTTP("Greet", greet)
}

func greet(response http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(request.Body)
	if err != nil {
		http.Error(response, "the body can't be read", http.StatusBadRequest)
		return
	}
	status, text := greeting.Answer(request.Method, request.URL.RawQuery, body)
	response.Header().Set("content-type", "application/json")
	response.WriteHeader(status)
	_, _ = io.WriteString(response, text)
}
