// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.SerializableString;

/// JSON that is ready already, in the form the generator copies without looking at it.
record RuweWaarde(byte[] bytes) implements SerializableString {

    @Override
    public String getValue() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public int charLength() {
        return getValue().length();
    }

    @Override
    public char[] asQuotedChars() {
        return getValue().toCharArray();
    }

    @Override
    public byte[] asUnquotedUTF8() {
        return bytes;
    }

    @Override
    public byte[] asQuotedUTF8() {
        return bytes;
    }

    @Override
    public int appendQuotedUTF8(byte[] doel, int plek) {
        return appendUnquotedUTF8(doel, plek);
    }

    @Override
    public int appendQuoted(char[] doel, int plek) {
        return appendUnquoted(doel, plek);
    }

    @Override
    public int appendUnquotedUTF8(byte[] doel, int plek) {
        if (bytes.length > doel.length - plek) {
            return -1;
        }
        System.arraycopy(bytes, 0, doel, plek, bytes.length);
        return bytes.length;
    }

    @Override
    public int appendUnquoted(char[] doel, int plek) {
        char[] tekens = asQuotedChars();
        if (tekens.length > doel.length - plek) {
            return -1;
        }
        System.arraycopy(tekens, 0, doel, plek, tekens.length);
        return tekens.length;
    }

    @Override
    public int writeQuotedUTF8(OutputStream uit) throws IOException {
        return writeUnquotedUTF8(uit);
    }

    @Override
    public int writeUnquotedUTF8(OutputStream uit) throws IOException {
        uit.write(bytes);
        return bytes.length;
    }

    @Override
    public int putQuotedUTF8(ByteBuffer doel) {
        return putUnquotedUTF8(doel);
    }

    @Override
    public int putUnquotedUTF8(ByteBuffer doel) {
        if (bytes.length > doel.remaining()) {
            return -1;
        }
        doel.put(bytes);
        return bytes.length;
    }
}
