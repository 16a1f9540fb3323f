// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Rules about the attributes of a line one by one (LDV-F9, F14, L9, L14 to L18, L23).
final class Attribuuttoets {

    static final String DPL = "dpl.";

    private static final String EXCEPTION = "exception.";
    private static final String STACKTRACE = "exception.stacktrace";
    private static final int MAX_ATTRIBUTEN = 128;
    private static final int MAX_SLEUTEL = 96;

    private final Naamruimten naamruimten;

    Attribuuttoets(Naamruimten naamruimten) {
        this.naamruimten = naamruimten;
    }

    /// What remains, with converted values.
    List<Attribuut> check(Invoerregel regel, Regelwerk werk) {
        if (regel.weggelaten() != 0) {
            werk.report(Regelcode.ATTRIBUTES_DROPPED, Kernveld.ATTRIBUTES);
        }
        if (regel.attributen().size() > MAX_ATTRIBUTEN) {
            werk.report(Regelcode.TOO_MANY_ATTRIBUTES, Kernveld.ATTRIBUTES);
        }
        List<Attribuut> over = new ArrayList<>(regel.attributen().size());
        Set<String> sleutels = new HashSet<>();
        for (Attribuut one : regel.attributen()) {
            check(one, werk).ifPresent(kept -> {
                if (!sleutels.add(kept.sleutel()) || !Waardetoets.isUniek(kept.waarde())) {
                    werk.report(Regelcode.ATTRIBUTE_DUPLICATE_KEY, kept.sleutel());
                }
                over.add(kept);
            });
        }
        naamruimten.judge(over).forEach(werk::report);
        if (regel.status() == Status.ERROR.code()
                && !sleutels.contains("exception.type")
                && !sleutels.contains("exception.message")) {
            werk.report(Regelcode.ERROR_WITHOUT_EXCEPTION, Kernveld.ATTRIBUTES);
        }
        return over;
    }

    private Optional<Attribuut> check(Attribuut one, Regelwerk werk) {
        String sleutel = one.sleutel();
        if (sleutel.isEmpty()) {
            werk.report(Regelcode.ATTRIBUTE_KEY_EMPTY, Kernveld.ATTRIBUTES);
        }
        if (sleutel.length() > MAX_SLEUTEL) {
            werk.report(Regelcode.KEY_TOO_LONG, sleutel);
        }
        if (sleutel.equals(STACKTRACE) && !werk.beleid().stacktraces()) {
            werk.convert(Ingestvlag.STACKTRACE_DROPPED, sleutel);
            return Optional.empty();
        }
        Optional<Regelcode> verboden = Verboden.find(sleutel);
        if (verboden.isPresent()) {
            return forbidden(one, verboden.get(), werk);
        }
        return Optional.of(content(known(one, werk), werk));
    }

    private static Optional<Attribuut> forbidden(Attribuut one, Regelcode code, Regelwerk werk) {
        if (code == Regelcode.USER_DATA && werk.beleid().gebruiker() == Toetsbeleid.Gebruiker.WEGLATEN) {
            werk.convert(Ingestvlag.USER_DATA_DROPPED, one.sleutel());
            return Optional.empty();
        }
        werk.report(code, one.sleutel());
        if (code == Regelcode.CONFIDENTIALITY) {
            werk.convert(Ingestvlag.CONFIDENTIALITY_DROPPED, one.sleutel());
        }
        return Optional.empty();
    }

    /// Namespace: core, an extension, exception, or something else.
    private Attribuut known(Attribuut one, Regelwerk werk) {
        String sleutel = one.sleutel();
        if (sleutel.startsWith(Kernsleutel.VOORVOEGSEL)) {
            if (Kernsleutel.of(sleutel).isPresent()) {
                return core(one, werk);
            }
            Optional<Kernsleutel> alias = Kernsleutel.alias(sleutel);
            if (alias.isPresent() && werk.convert(Ingestvlag.KEY_ALIAS, sleutel)) {
                return new Attribuut(alias.get().sleutel(), one.waarde());
            }
            if (alias.isEmpty()) {
                werk.report(Regelcode.CORE_KEY_UNKNOWN, sleutel);
            }
            return one;
        }
        if (!sleutel.startsWith(DPL)) {
            if (!sleutel.startsWith(EXCEPTION)) {
                werk.report(Regelcode.OUTSIDE_DPL, sleutel);
            }
            return one;
        }
        if (naamruimten.find(sleutel).isEmpty()) {
            werk.report(Regelcode.NAMESPACE_UNKNOWN, sleutel);
        }
        return text(one, werk);
    }

    /// A number as code of a subject was seen in practice.
    private static Attribuut core(Attribuut one, Regelwerk werk) {
        boolean isSubject = one.sleutel().startsWith(Kernsleutel.DATA_SUBJECT_ID.sleutel());
        return isSubject && werk.beleid().soepel() ? text(one, werk) : one;
    }

    /// LDV knows texts and lists; a number may become a text where the mode allows it.
    private static Attribuut text(Attribuut one, Regelwerk werk) {
        Optional<String> tekst = Waardetoets.asText(one.waarde());
        if (tekst.isPresent() && werk.convert(Ingestvlag.VALUE_TO_TEXT, one.sleutel())) {
            return Attribuut.of(one.sleutel(), tekst.get());
        }
        boolean fits = one.waarde() instanceof Waarde.Tekst || one.waarde() instanceof Waarde.Lijst;
        if (tekst.isEmpty() && !fits) {
            werk.report(Regelcode.ATTRIBUTE_TYPE, one.sleutel());
        }
        return one;
    }

    private Attribuut content(Attribuut one, Regelwerk werk) {
        if (!Waardetoets.isUnicode(one)) {
            werk.report(Regelcode.TEXT_UNICODE, one.sleutel());
        }
        if (Waardetoets.isLarge(one.waarde())) {
            werk.report(Regelcode.VALUE_LARGE, one.sleutel());
        }
        boolean isSubject = one.sleutel().equals(Kernsleutel.DATA_SUBJECT_ID.sleutel());
        Predicate<String> eigenNummer = naamruimten
                .find(one.sleutel())
                .map(Naamruimten.Attribuutsoort::eigenNummer)
                .orElse(_ -> false);
        if (!isSubject && Bsnwacht.isVerdacht(one, eigenNummer)) {
            werk.report(Regelcode.BSN_LIKE, one.sleutel());
        }
        return one;
    }
}
