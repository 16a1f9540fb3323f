// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;

/// Serves trees to whoever may connect, as C2SP tlog-tiles prescribes: `<log>/checkpoint`, `<log>/tile/...` and
/// `<log>/tile/entries/...`. Besides that `<log>/getuigd`, the newest checkpoint that witnesses signed, and
/// `<log>/proof/N`, the proof of one line (C2SP tlog-proof). A tree tells how many lines there are and nothing
/// of what is in them.
public final class Boomweg implements Handler {

    private static final String TEKST = "text/plain; charset=utf-8";
    private static final String KORT = "private, max-age=1";
    private static final String LANG = "private, max-age=31536000, immutable";

    private final String pad;
    private final PostgresBomen bomen;
    private final Bladbron bron;

    /// @param pad what stands before the log in each path, such as `/boom`
    public Boomweg(String pad, PostgresBomen bomen, Bladbron bron) {
        this.pad = pad;
        this.bomen = bomen;
        this.bron = bron;
    }

    /// How a log is called in paths and origins.
    public static String code(String log) {
        return URLEncoder.encode(log, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public Response handle(Request request) throws IOException {
        if (!request.method().equals("GET")) {
            Response refused = problem(405, "Alleen GET wordt hier beantwoord", "Vraag de boom op met GET.", request);
            return new Response(405, refused.headers().with("Allow", "GET"), refused.body());
        }
        String path = request.path().startsWith(pad + "/") ? request.path().substring(pad.length() + 1) : "";
        int end = path.indexOf('/');
        return (end < 0 ? Optional.<Response>empty() : answer(path.substring(0, end), path.substring(end + 1)))
                .orElseGet(() -> problem(
                        404,
                        "Dit is er niet",
                        "Verwacht: " + pad
                                + "/LOGBOEK/checkpoint, /tile/..., /getuigd of /proof/NUMMER, van een logboek en een"
                                + " grootte die er al zijn.",
                        request));
    }

    private Optional<Response> answer(String code, String what) throws IOException {
        Optional<String> log = decoded(code);
        return log.isEmpty() ? Optional.empty() : found(log.get(), what);
    }

    private Optional<Response> found(String log, String what) throws IOException {
        return switch (what) {
            case "checkpoint" -> bomen.checkpoint(log).map(Boomweg::note);
            case "getuigd" -> bomen.getuigd(log).map(Boomweg::note);
            case String proof when proof.startsWith("proof/") -> proof(log, proof.substring("proof/".length()));
            case String tile -> Tegel.read(tile).flatMap(vraag -> tile(log, vraag));
        };
    }

    /// The log of a path; empty when the escapes are broken, or for a character that no name has and no database takes.
    private static Optional<String> decoded(String code) {
        try {
            return Optional.of(URLDecoder.decode(code.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .filter(log -> log.chars().noneMatch(Character::isISOControl));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Response note(SignedNote note) {
        return text(note.tekst());
    }

    private static Response text(String text) {
        return Response.of(
                200, Headers.of("Content-Type", TEKST, "Cache-Control", KORT), text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Response> proof(String log, String number) throws IOException {
        Optional<SignedNote> note = bomen.checkpoint(log);
        long size = note.flatMap(one -> Checkpoint.read(one.text()))
                .map(Checkpoint::size)
                .orElse(0L);
        if (!number.matches("0|[1-9]\\d{0,17}") || Long.parseLong(number) >= size) {
            return Optional.empty();
        }
        long index = Long.parseLong(number);
        List<Hash> hashes = new Boombewijs(bomen.tegels(log), size).inclusion(index);
        return Optional.of(text(new Bewijs(index, hashes, note.orElseThrow()).tekst()));
    }

    private Optional<Response> tile(String log, Tegel.Vraag vraag) {
        try {
            byte[] hashes = bomen.tegels(log).read(vraag.tegel());
            return vraag.isEntries() ? entries(log, vraag.tegel()) : Optional.of(bytes(hashes));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Each entry with its length before it.
    private Optional<Response> entries(String log, Tegel tegel) {
        byte[] row = bron.read(log, tegel.nummer() * Tegel.VOL, tegel.breedte());
        if (row.length != tegel.breedte() * Verbintenis.BYTES) {
            return Optional.empty();
        }
        ByteBuffer bundle = ByteBuffer.allocate(tegel.breedte() * (Short.BYTES + Verbintenis.BYTES));
        for (int i = 0; i < tegel.breedte(); i++) {
            bundle.putShort((short) Verbintenis.BYTES).put(row, i * Verbintenis.BYTES, Verbintenis.BYTES);
        }
        return Optional.of(bytes(bundle.array()));
    }

    private static Response bytes(byte[] bytes) {
        return Response.of(200, Headers.of("Content-Type", "application/octet-stream", "Cache-Control", LANG), bytes);
    }

    private static Response problem(int status, String title, String detail, Request request) {
        return new Problem("about:blank", title, status, detail, request.path(), List.of()).toResponse();
    }
}
