// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;

/// `GET` and `HEAD` of `/NAME.crl` and `/NAME.cer`: lists and certificates of an authority (RFC 5280, section
/// 4.2.1.13; RFC 2585). To stand behind a web server. Nothing is written here: another method is answered 405, with
/// those that can be used (RFC 9110, section 15.5.6).
///
/// @param folder with the files
public record PublishedFiles(Path folder) implements Handler {

    private static final List<String> METHODS = List.of("GET", "HEAD");
    private static final Pattern FILE = Pattern.compile("/([a-z][a-z0-9-]{0,40}\\.(crl|cer))");

    @Override
    public Response handle(Request request) throws IOException {
        Matcher found = FILE.matcher(request.path());
        if (!found.matches()) {
            return absent();
        }
        Path file = folder.resolve(found.group(1));
        if (!Files.isRegularFile(file)) {
            return absent();
        }
        return METHODS.contains(request.method())
                ? Response.of(200, headers(found.group(2)), Files.readAllBytes(file))
                : readOnly();
    }

    private static Response readOnly() {
        Response told = Response.text(
                405, "text/plain; charset=utf-8", "Dit bestand is alleen te lezen. Gebruik GET of HEAD.\n");
        return new Response(told.status(), told.headers().with("Allow", String.join(", ", METHODS)), told.body());
    }

    private static Headers headers(String kind) {
        return Headers.of(
                "Content-Type",
                kind.equals("crl") ? "application/pkix-crl" : "application/pkix-cert",
                "Cache-Control",
                "public, max-age=3600");
    }

    private static Response absent() {
        return Response.text(
                404,
                "text/plain; charset=utf-8",
                "Hier staan alleen intrekkingslijsten (.crl) en" + " certificaten (.cer) van de uitgever.\n");
    }
}
