// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.Sha256;

/// A log with invented lines of text, its tree and its exports; lines can be removed with or without a record.
final class Prooflog implements Bladbron, Regellezer {

    static final String CODE = "1";
    static final String ORIGIN = "logboek.voorbeeld.nl/1";
    private static final Pattern LINE = Pattern.compile("line (\\d+)");
    private static final Pattern EVIDENCE = Pattern.compile("removed (\\d+) to (\\d+)");

    final Proefboom boom = new Proefboom();
    final NoteSigner signer = NoteSigner.draw(ORIGIN, new SecureRandom());
    final NoteSigner getuige = NoteSigner.draw("logboek.cbs.voorbeeld.nl/getuige", new SecureRandom());
    private final List<String> vormen = new ArrayList<>();
    private final List<byte[]> bladen = new ArrayList<>();
    private final List<Bereik> weg = new ArrayList<>();

    static Prooflog of(int size) {
        Prooflog log = new Prooflog();
        for (int i = 0; i < size; i++) {
            log.add("line " + i);
        }
        return log;
    }

    void add(String vorm) {
        byte[] verbintenis = Verbintenis.of(zout(vormen.size()), vorm.getBytes(StandardCharsets.UTF_8));
        vormen.add(vorm);
        bladen.add(verbintenis);
        boom.add(verbintenis);
    }

    static byte[] zout(int nummer) {
        return Arrays.copyOf(Sha256.of("salt " + nummer), Verbintenis.ZOUT);
    }

    void remove(int van, int tot) {
        weg.add(new Bereik(van, tot));
    }

    SignedNote checkpoint() {
        return signer.sign(boom.checkpoint(ORIGIN).text());
    }

    byte[] export() throws IOException {
        return export(new Export.Hoofd(checkpoint(), Optional.empty(), List.of(), List.of()), true, _ -> true);
    }

    byte[] export(Export.Hoofd hoofd, boolean isAlles, LongPredicate gekozen) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Export export = Export.begin(new Export.Boom(boom, this, CODE), hoofd, isAlles, file);
        for (int i = 0; i < vormen.size(); i++) {
            int nummer = i;
            boolean isWeg = weg.stream().anyMatch(one -> one.van() <= nummer && nummer < one.tot());
            byte[] vorm = vormen.get(i).getBytes(StandardCharsets.UTF_8);
            if (vormen.get(i).startsWith("removed") && gekozen.test(i)) {
                export.bewijs(i, zout(i), vorm);
            } else if (!isWeg && gekozen.test(i)) {
                export.regel(i, zout(i), vorm);
            }
        }
        export.end();
        return file.toByteArray();
    }

    Houvast houvast() {
        return new Houvast(List.of(signer.verifier()), List.of(), Optional.empty());
    }

    Boomuitslag check(byte[] export) throws IOException {
        return check(export, houvast());
    }

    Boomuitslag check(byte[] export, Houvast houvast) throws IOException {
        return new Exportcontrole(houvast, this).check(new ByteArrayInputStream(export));
    }

    @Override
    public List<String> logs() {
        return List.of(CODE);
    }

    @Override
    public byte[] read(String log, long from, int count) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        bladen.stream().skip(from).limit(count).forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Override
    public Optional<String> kenmerk(byte[] vorm) {
        Matcher line = LINE.matcher(new String(vorm, StandardCharsets.UTF_8));
        return line.matches() ? Optional.of("trace " + line.group(1)) : Optional.empty();
    }

    @Override
    public Optional<List<Bereik>> vernietigd(byte[] bewijs) {
        Matcher line = EVIDENCE.matcher(new String(bewijs, StandardCharsets.UTF_8));
        return line.matches()
                ? Optional.of(List.of(new Bereik(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)))))
                : Optional.empty();
    }
}
