// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

/// JSON pointers (RFC 6901).
final class Wijzer {

    private Wijzer() {}

    /// The pointer of a member or item of what this pointer points at.
    static String into(String pointer, String naam) {
        return pointer + "/" + naam.replace("~", "~0").replace("/", "~1");
    }

    static String into(String pointer, int nummer) {
        return pointer + "/" + nummer;
    }

    /// The pointer of what this is part of; empty for the whole file.
    static String above(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }
}
