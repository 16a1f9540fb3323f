// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.List;
import java.util.Optional;

/// What reads bytes of strangers. Anything may come in; nothing may come out but a judgement, and a line that passed is
/// whole: it survives its own form.
final class Decoders {

    private static final Regeltoets SOEPEL = Proef.lenient();

    private Decoders() {}

    /// Fails when the bytes break a decoder, or give a line that does not come back.
    static void read(Invoervorm vorm, byte[] bytes) {
        switch (Proef.read(vorm, bytes)) {
            case Invoer.Onleesbaar _ -> {}
            case Invoer.Gelezen read -> {
                judge(read);
                read.groepen().forEach(Decoders::again);
            }
        }
    }

    /// The form of a line, read back.
    static void readRegelvorm(byte[] bytes) {
        Regelvorm.read(bytes).ifPresent(Decoders::check);
    }

    /// A line that is kept as it came gives the same line later.
    private static void again(Invoergroep groep) {
        for (Invoerregel regel : groep.regels()) {
            Optional<byte[]> body = groep.body(regel);
            boolean isSame = body.isEmpty()
                    || (Proef.read(groep.vorm(), body.get()) instanceof Invoer.Gelezen(List<Invoergroep> groepen)
                            && groepen.size() == 1
                            && groepen.getFirst().resource().equals(groep.resource())
                            && groepen.getFirst().regels().equals(List.of(regel)));
            if (!isSame) {
                throw new AssertionError("a line that was kept is another one");
            }
        }
    }

    private static void judge(Invoer.Gelezen read) {
        List<Toetsuitslag> uitslagen = Proef.judge(SOEPEL, read);
        if (uitslagen.size() != read.aantal()) {
            throw new AssertionError("a line was lost");
        }
        for (Toetsuitslag uitslag : uitslagen) {
            Proef.violations(uitslag).forEach(Schending::melding);
            if (uitslag instanceof Toetsuitslag.Aangenomen good) {
                check(good.regel());
            }
        }
        Exportantwoord answer = Exportantwoord.of(uitslagen);
        Antwoordvorm.JSON.write(answer);
        read.groepen().forEach(OtlpSchrijver::write);
    }

    private static void check(Logregel regel) {
        if (!Regelvorm.read(Regelvorm.write(regel)).orElseThrow().equals(regel)) {
            throw new AssertionError("a line does not come back");
        }
    }
}
