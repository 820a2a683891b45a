// Package greeting is what the function does, whichever cloud calls it.
package greeting

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
)

// Answer gives the status and the JSON text that answer a request. The query string is as it came, percent-encoded. A
// name in the body goes before one in the query, where the first one counts.
func Answer(method, query string, body []byte) (status int, text string) {
	if method != http.MethodGet && method != http.MethodHead && method != http.MethodPost {
		return failure(http.StatusMethodNotAllowed, "use GET or POST")
	}
	// Go leaves out what holds a semicolon, which is a character like any other.
	parameters, _ := url.ParseQuery(strings.ReplaceAll(query, ";", "%3B"))
	name := strings.ToValidUTF8(parameters.Get("name"), "\uFFFD")
	if method == http.MethodPost && len(body) > 0 {
		var fields map[string]any
		if err := json.Unmarshal(body, &fields); err != nil || fields == nil {
			return failure(http.StatusBadRequest, "the body must be a JSON object")
		}
		if given, ok := fields["name"]; ok && given != nil {
			if name, ok = given.(string); !ok {
				return failure(http.StatusBadRequest, "name must be a string")
			}
		} else if ok {
			name = ""
		}
	}
	if name = strings.TrimSpace(name); name == "" {
		name = "World"
	}
	return http.StatusOK, write(map[string]string{"message": "Hello, " + name + "! I am Go."})
}

func failure(status int, message string) (int, string) {
	return status, write(map[string]string{"error": message})
}

// Go would write & as \u0026, which is safe in HTML and hard to read elsewhere.
func write(value map[string]string) string {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err) // A map of strings can always be written.
	}
	return strings.TrimSuffix(text.String(), "\n")
}
