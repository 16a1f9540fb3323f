// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.presentation.Formats;
import nl.ddas.trust.MessageBody;
import nl.ddas.trust.PayloadSigner;

/// A signed message that somebody kept: headers and body apart, a reply as `curl -i` prints it, or a HAR file of a
/// browser or proxy.
///
/// @param voorbehoud why these may be other bytes than those sent, Dutch; empty when they are kept as they came
record Opname(Headers headers, MessageBody inhoud, Optional<String> voorbehoud) {

    Opname(Headers headers, MessageBody inhoud) {
        this(headers, inhoud, Optional.empty());
    }

    private static final JsonReading.Limits RUIM = new JsonReading.Limits(64, 1000, false);
    private static final int HOOGSTENS = 256 * 1024 * 1024;

    /// Far above the 32 KB that any server of ours takes.
    private static final int KOP_HOOGSTENS = 1024 * 1024;

    /// The name of a header, RFC 9110, 5.1.
    private static final Pattern KOP = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)");

    private static final Pattern PIJL = Pattern.compile("^[<>] ");

    private static final Pattern EERSTE = Pattern.compile("HTTP/[0-9.]+ [0-9]{3}.*|[A-Z]+ \\S+ HTTP/[0-9.]+");

    /// @param kop file with header lines, or with nothing but a signature
    /// @throws VerkeerdGebruik when the first is too large for headers, or no headers
    static Opname van(Path kop, Path bericht) throws IOException {
        if (Files.size(kop) > KOP_HOOGSTENS) {
            throw new VerkeerdGebruik(
                    kop + " is te groot voor headers. Geef bij --kop de headers, en bij --bericht de inhoud");
        }
        List<String> regels = Files.readAllLines(kop, StandardCharsets.ISO_8859_1).stream()
                .filter(regel -> !regel.isBlank())
                .toList();
        Headers headers = regels.size() == 1 && !KOP.matcher(regels.getFirst()).matches()
                ? Headers.of(PayloadSigner.PAYLOAD_SIG, regels.getFirst().strip())
                : headers(regels);
        return new Opname(headers, new MessageBody.In(bericht));
    }

    /// @param bestand a saved `curl -i`, or a HAR
    /// @return the one, or every signed message of the HAR
    /// @throws VerkeerdGebruik when it is neither, or none of its messages has its content
    static List<Opgenomen> van(Path bestand) throws IOException {
        if (Files.size(bestand) > HOOGSTENS) {
            throw new VerkeerdGebruik(bestand + " is te groot; geef kop en bericht apart, met --kop en --bericht");
        }
        byte[] bytes = zonderBom(Files.readAllBytes(bestand));
        if (bytes.length > 0 && (bytes[0] == '{' || Character.isWhitespace(bytes[0]))) {
            return har(bestand, bytes);
        }
        return curl(bytes)
                .map(opname -> List.of(new Opgenomen("", Optional.of(opname))))
                .orElseThrow(() -> new VerkeerdGebruik(bestand
                        + " is geen bewaard antwoord. Verwacht: wat 'curl -i' schrijft (een regel met HTTP/, de headers,"
                        + " een lege regel en de inhoud), of een HAR"));
    }

    private static byte[] zonderBom(byte[] bytes) {
        boolean bom = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return bom ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    /// Interim answers and redirects stand before the last one; that one counts.
    private static Optional<Opname> curl(byte[] bytes) {
        Optional<List<String>> laatste = Optional.empty();
        int begin = 0;
        while (EERSTE.matcher(regel(bytes, begin)).matches()) {
            List<String> regels = new ArrayList<>();
            int plek = volgende(bytes, begin);
            for (String regel = regel(bytes, plek); !regel.isEmpty(); regel = regel(bytes, plek)) {
                regels.add(regel);
                plek = volgende(bytes, plek);
            }
            begin = volgende(bytes, plek);
            laatste = Optional.of(regels);
        }
        byte[] rest = Arrays.copyOfRange(bytes, begin, bytes.length);
        return laatste.map(regels -> new Opname(headers(regels), new MessageBody.Bytes(rest)));
    }

    /// The line that starts here, without its end; empty at the end of all.
    private static String regel(byte[] bytes, int begin) {
        int eind = begin;
        while (eind < bytes.length && bytes[eind] != '\n') {
            eind++;
        }
        return new String(bytes, begin, eind - begin, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static int volgende(byte[] bytes, int begin) {
        int eind = begin;
        while (eind < bytes.length && bytes[eind] != '\n') {
            eind++;
        }
        return Math.min(eind + 1, bytes.length);
    }

    /// Also as `curl -v` shows them, with an arrow before each.
    ///
    /// @throws VerkeerdGebruik for a line that is no header: it could be the rest of one
    private static Headers headers(List<String> regels) {
        List<Headers.Line> lijst = new ArrayList<>();
        for (int i = 0; i < regels.size(); i++) {
            String regel = PIJL.matcher(regels.get(i)).replaceFirst("");
            Matcher kop = KOP.matcher(regel);
            if (kop.matches()) {
                lijst.add(new Headers.Line(kop.group(1), kop.group(2).strip()));
            } else if (!EERSTE.matcher(regel).matches()) {
                throw new VerkeerdGebruik(
                        "regel " + (i + 1)
                                + " van de headers is geen header. Verwacht: op elke regel een naam, een dubbele punt en een waarde");
            }
        }
        return new Headers(lijst);
    }

    private static List<Opgenomen> har(Path bestand, byte[] bytes) {
        List<Opgenomen> berichten = JsonReading.of(bytes, RUIM) instanceof JsonReading.Read(JsonObject har)
                ? Opgenomen.uit(har)
                : List.of();
        if (berichten.isEmpty()) {
            throw new VerkeerdGebruik(
                    bestand + " is geen HAR waarin een bericht met de header " + PayloadSigner.PAYLOAD_SIG + " staat");
        }
        if (berichten.stream().allMatch(een -> een.opname().isEmpty())) {
            throw new VerkeerdGebruik("in de HAR staat de inhoud van het ondertekende bericht niet; bewaar hem met"
                    + " inhoud, of geef --kop en --bericht");
        }
        return berichten;
    }

    /// The headers of a request or answer in a HAR.
    static Headers koppen(JsonObject bericht) {
        List<Headers.Line> lijst = new ArrayList<>();
        for (JsonValue kop : bericht.array("headers").orElse(List.of())) {
            if (kop instanceof JsonObject regel) {
                lijst.add(new Headers.Line(
                        regel.text("name").orElse("?"), regel.text("value").orElse("")));
            }
        }
        return new Headers(lijst);
    }

    /// A request or answer in a HAR; nothing when its content was not kept.
    ///
    /// @param leeg whether it had no content
    static Optional<Opname> kant(JsonObject bericht, String inhoud, boolean leeg) {
        Optional<JsonObject> bewaard = bericht.object(inhoud);
        byte[] bytes = bewaard.map(Opname::bytes).orElse(new byte[0]);
        return bytes.length == 0 && !leeg
                ? Optional.empty()
                : Optional.of(new Opname(
                        koppen(bericht),
                        new MessageBody.Bytes(bytes),
                        bewaard.filter(een -> bytes.length > 0 && !inBase64(een))
                                .map(een -> voorbehoud(een, bytes.length))));
    }

    private static boolean inBase64(JsonObject inhoud) {
        return inhoud.text("encoding").filter("base64"::equals).isPresent();
    }

    /// A HAR keeps text decompressed and transcoded to UTF-8 (HAR 1.2, `content`), and `size` is that of before.
    private static String voorbehoud(JsonObject inhoud, int lengte) {
        String maat = inhoud.whole("size")
                .filter(bytes -> bytes > 0 && bytes != lengte)
                .map(bytes -> " Dat is hier gebeurd: volgens de HAR waren het " + Formats.number(bytes)
                        + " bytes, de tekst heeft er " + Formats.number(lengte) + ".")
                .orElse("");
        return "De HAR bewaart de inhoud als tekst, opnieuw geschreven in UTF-8. Daarbij kunnen bytes veranderen, zoals"
                + " een BOM of een andere tekencodering." + maat + " Wat hier niet past, kan dus aan de HAR liggen en"
                + " niet aan wie ondertekende. Bewaar het bericht met 'curl -i', of met de inhoud in base64.";
    }

    private static byte[] bytes(JsonObject inhoud) {
        String tekst = inhoud.text("text").orElse("");
        if (!inBase64(inhoud)) {
            return tekst.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(tekst);
        } catch (IllegalArgumentException kapot) {
            throw new VerkeerdGebruik("de inhoud in de HAR is geen goede base64");
        }
    }
}
