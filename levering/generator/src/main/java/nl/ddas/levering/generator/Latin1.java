// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Turns UTF-8 into Latin-1 on its way out: the fault of a program that forgets what it promised. Only
/// characters up to U+00FF come through, others become a question mark.
final class Latin1 extends FilterOutputStream {

    private int begin;

    Latin1(OutputStream uit) {
        super(uit);
    }

    @Override
    public void write(int teken) throws IOException {
        int b = teken & 0xFF;
        if (b < 0x80) {
            out.write(b);
        } else if (b >= 0xC0) {
            begin = b;
            if (b > 0xC3) {
                out.write('?');
            }
        } else if (begin == 0xC2 || begin == 0xC3) {
            out.write(((begin & 0x03) << 6) | (b & 0x3F));
        }
    }

    @Override
    public void write(byte[] bytes, int van, int lengte) throws IOException {
        for (int i = van; i < van + lengte; i++) {
            write(bytes[i]);
        }
    }
}
