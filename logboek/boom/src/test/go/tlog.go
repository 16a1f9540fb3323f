// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2

// Holds the files of a log against Go's own library for transparency logs (golang.org/x/mod/sumdb), which shares nothing
// with ours. Folder: checkpoint, old (an older checkpoint), keys (one verifier key of the log, one of the witness), tile/...,
// consistency (a hash a line), proofs/N (tlog-proof). Prints "ok" with what it looked at.
package main

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

var folder = os.Args[1]

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func file(name string) []byte {
	all, err := os.ReadFile(filepath.Join(folder, name))
	check(err)
	return all
}

func hash(text string) (h tlog.Hash) {
	all, err := base64.StdEncoding.DecodeString(text)
	check(err)
	copy(h[:], all)
	return
}

func tree(text string) tlog.Tree {
	lines := strings.Split(text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	return tlog.Tree{N: size, Hash: hash(lines[2])}
}

type tiles struct{}

func (tiles) Height() int { return 8 }

func (tiles) ReadTiles(wanted []tlog.Tile) (all [][]byte, err error) {
	for _, one := range wanted {
		// Go puts the height in the path, tlog-tiles does not.
		all = append(all, file(strings.Replace(one.Path(), "tile/8/", "tile/", 1)))
	}
	return
}

func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// A cosignature of type 4, which the library does not know.
func cosigned(text string, signed string, key string) bool {
	parts := strings.SplitN(key, "+", 3)
	public, err := base64.StdEncoding.DecodeString(parts[2])
	check(err)
	for _, line := range strings.Split(signed, "\n") {
		words := strings.Split(line, " ")
		if len(words) != 3 || words[1] != parts[0] {
			continue
		}
		all, err := base64.StdEncoding.DecodeString(words[2])
		check(err)
		time := binary.BigEndian.Uint64(all[4:12])
		message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)
		return public[0] == 4 && ed25519.Verify(public[1:], []byte(message), all[12:])
	}
	return false
}

func lowest(n int64, size int64) tlog.Tile {
	width := int64(256)
	if size-n*256 < 256 {
		width = size - n*256
	}
	return tlog.Tile{H: 8, L: 0, N: n, W: int(width)}
}

func entries(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
}

func main() {
	keys := strings.Split(strings.TrimSpace(string(file("keys"))), "\n")
	verifier, err := note.NewVerifier(keys[0])
	check(err)
	open := func(name string) tlog.Tree {
		signed, err := note.Open(file(name), note.VerifierList(verifier))
		check(err)
		return tree(signed.Text)
	}
	now, old := open("checkpoint"), open("old")
	signed := string(file("checkpoint"))
	end := strings.LastIndex(signed, "\n\n")
	if !cosigned(signed[:end+1], signed[end+2:], keys[1]) {
		panic("the witness did not sign")
	}

	reader := tlog.TileHashReader(now, tiles{})
	ours := tlog.TreeProof{}
	for _, line := range strings.Fields(string(file("consistency"))) {
		ours = append(ours, hash(line))
	}
	check(tlog.CheckTree(ours, now.N, now.Hash, old.N, old.Hash))
	theirs, err := tlog.ProveTree(now.N, old.N, reader)
	check(err)
	if fmt.Sprint(theirs) != fmt.Sprint(ours) {
		panic("another consistency proof")
	}

	proofs, err := os.ReadDir(filepath.Join(folder, "proofs"))
	check(err)
	for _, one := range proofs {
		index, err := strconv.ParseInt(one.Name(), 10, 64)
		check(err)
		lines := strings.Split(strings.SplitN(string(file("proofs/"+one.Name())), "\n\n", 2)[0], "\n")
		record := tlog.RecordProof{}
		for _, line := range lines[2:] {
			record = append(record, hash(line))
		}
		bundle := file(entries(lowest(index/256, now.N)))
		for i := int64(0); i < index%256; i++ {
			bundle = bundle[2+int(binary.BigEndian.Uint16(bundle)):]
		}
		entry := bundle[2 : 2+int(binary.BigEndian.Uint16(bundle))]
		check(tlog.CheckRecord(record, now.N, now.Hash, index, tlog.RecordHash(entry)))
		again, err := tlog.ProveRecord(now.N, index, reader)
		check(err)
		if fmt.Sprint(again) != fmt.Sprint(record) {
			panic("another inclusion proof")
		}
	}
	leaves := int64(0)
	for n := int64(0); n*256 < now.N; n++ {
		tile := lowest(n, now.N)
		hashes, bundle := file(strings.Replace(tile.Path(), "tile/8/", "tile/", 1)), file(entries(tile))
		for i := 0; i < tile.W; i++ {
			length := int(binary.BigEndian.Uint16(bundle))
			leaf := tlog.RecordHash(bundle[2 : 2+length])
			if !bytes.Equal(leaf[:], hashes[i*32:i*32+32]) {
				panic("an entry is not what the tile says")
			}
			bundle = bundle[2+length:]
			leaves++
		}
	}
	fmt.Printf("ok %d leaves, %d proofs\n", leaves, len(proofs))
}
