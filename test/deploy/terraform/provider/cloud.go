package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// cloud is a folder. It holds a file for each resource, `<type>/<digest of its id>.json`, and may hold orders, which are
// followed while they are there: `<type>.fail`, whose content is the message with which making or changing a resource
// of the type is refused, and `<type>.hold`, which keeps back the answer about one that was made or changed.
type cloud struct{ folder string }

// record is a resource as the cloud knows it.
type record struct {
	Type       string          `json:"type"`
	ID         string          `json:"id"`
	Attributes json.RawMessage `json:"attributes"`
}

var errConflict = errors.New("it exists already")

func (c cloud) file(kind, id string) string {
	return filepath.Join(c.folder, kind, digestOf(id)+".json")
}

// find returns a resource; nil if there is none.
func (c cloud) find(kind, id string) (*record, error) {
	text, err := os.ReadFile(c.file(kind, id))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	found := &record{}
	return found, json.Unmarshal(text, found)
}

// create keeps a resource, or returns errConflict if it is there. Whoever comes first wins, also among processes.
func (c cloud) create(one record) error {
	return c.write(one, func(written, file string) error {
		err := os.Link(written, file)
		if errors.Is(err, fs.ErrExist) {
			return errConflict
		}
		return err
	})
}

// put keeps a resource, whether it is there or not.
func (c cloud) put(one record) error { return c.write(one, os.Rename) }

// write makes a whole file, and lets `place` give it its name, so that a process that is killed leaves no half of one.
func (c cloud) write(one record, place func(written, file string) error) error {
	text, err := json.MarshalIndent(one, "", "  ")
	if err != nil {
		return err
	}
	file := c.file(one.Type, one.ID)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	unfinished, err := os.CreateTemp(filepath.Dir(file), "*.unfinished")
	if err != nil {
		return err
	}
	defer os.Remove(unfinished.Name())
	if _, err := unfinished.Write(text); err != nil {
		return err
	}
	if err := unfinished.Close(); err != nil {
		return err
	}
	return place(unfinished.Name(), file)
}

// remove deletes a resource, and what lies in it: a secret's versions, a database's fields.
func (c cloud) remove(kind, id string) error {
	files, err := filepath.Glob(filepath.Join(c.folder, "*", "*.json"))
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			continue // Somebody else has removed it meanwhile.
		}
		found := record{}
		if err := json.Unmarshal(text, &found); err != nil {
			return err
		}
		if found.Type == kind && found.ID == id || strings.HasPrefix(found.ID, id+"/") {
			if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}

// refusal returns the message that was ordered for a type; nil if there is none.
func (c cloud) refusal(kind string) error {
	text, err := os.ReadFile(filepath.Join(c.folder, kind+".fail"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return fmt.Errorf("%s", text)
}

// missing returns Google's refusal of a role for Pub/Sub's service agent that nothing has created; nil for any other
// member.
func (c cloud) missing(member string) error {
	account := strings.TrimPrefix(member, "serviceAccount:")
	if !strings.HasSuffix(account, "@gcp-sa-pubsub.iam.gserviceaccount.com") {
		return nil
	}
	agents, err := filepath.Glob(filepath.Join(c.folder, "google_project_service_identity", "*.json"))
	if err != nil || len(agents) > 0 {
		return err
	}
	return fmt.Errorf("Error setting IAM policy: googleapi: Error 400: Service account %s does not exist.", account)
}

// hold waits as long as it is ordered for a type.
func (c cloud) hold(ctx context.Context, kind string) {
	for ctx.Err() == nil {
		if _, err := os.Stat(filepath.Join(c.folder, kind+".hold")); err != nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// digestOf returns the first 16 hex digits of a text's SHA-256.
func digestOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}
