// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Rules about activity, data subject and calling application together (LDV-F10 to F13, L5, L6, L13, L22).
final class Betrokkenetoets {

    private static final Set<String> VULSELS = Set.of("not_set", "null", "none", "unknown", "onbekend", "n/a", "-");

    private final Verwerkingsactiviteiten activiteiten;
    private final Naamruimten naamruimten;

    Betrokkenetoets(Verwerkingsactiviteiten activiteiten, Naamruimten naamruimten) {
        this.activiteiten = activiteiten;
        this.naamruimten = naamruimten;
    }

    /// What is judged together.
    record Regel(List<Attribuut> attributen, Invoerregel invoer, Optional<Long> startMillis) {

        Optional<Waarde> find(Kernsleutel sleutel) {
            return attributen.stream()
                    .filter(one -> one.sleutel().equals(sleutel.sleutel()))
                    .map(Attribuut::waarde)
                    .findFirst();
        }
    }

    void check(Regel regel, Regelwerk werk) {
        boolean heeftBetrokkene = subject(regel, werk);
        Optional<String> activiteit = activity(regel, werk);
        Optional<Verwerkingsactiviteiten.Verwerkingsactiviteit> bekend =
                activiteit.flatMap(uri -> regel.startMillis().flatMap(millis -> activiteiten.find(uri, millis)));
        if (regel.find(Kernsleutel.PROCESSING_ACTIVITY_ID).isEmpty()) {
            werk.report(
                    heeftBetrokkene ? Regelcode.ACTIVITY_MISSING : Regelcode.ACTIVITY_RECOMMENDED,
                    Kernsleutel.PROCESSING_ACTIVITY_ID.sleutel());
        }
        if (activiteit.isPresent() && bekend.isEmpty()) {
            werk.report(Regelcode.ACTIVITY_UNKNOWN, Kernsleutel.PROCESSING_ACTIVITY_ID.sleutel());
        }
        bekend.ifPresent(one -> against(one, heeftBetrokkene, regel, werk));
        processor(regel, werk);
    }

    private void against(
            Verwerkingsactiviteiten.Verwerkingsactiviteit one, boolean heeftBetrokkene, Regel regel, Regelwerk werk) {
        String sleutel = Kernsleutel.DATA_SUBJECT_ID.sleutel();
        Optional<Regelcode> code =
                switch (one.betrokkenen()) {
                    case PER_BETROKKENE -> heeftBetrokkene ? Optional.empty() : Optional.of(Regelcode.SUBJECT_MISSING);
                    case GEAGGREGEERD, GEEN ->
                        heeftBetrokkene ? Optional.of(Regelcode.SUBJECT_UNEXPECTED) : Optional.empty();
                };
        code.ifPresent(wrong -> werk.report(wrong, sleutel));
        for (Attribuut attribuut : regel.attributen()) {
            naamruimten
                    .find(attribuut.sleutel())
                    .filter(soort -> soort.detailniveau() > one.detailniveau())
                    .ifPresent(_ -> werk.report(Regelcode.DETAIL_LEVEL, attribuut.sleutel()));
        }
    }

    private static Optional<String> activity(Regel regel, Regelwerk werk) {
        Optional<Waarde> waarde = regel.find(Kernsleutel.PROCESSING_ACTIVITY_ID);
        Optional<String> uri = waarde.filter(Waarde.Tekst.class::isInstance)
                .map(Waarde.Tekst.class::cast)
                .map(Waarde.Tekst::tekst)
                .filter(tekst -> uri(tekst).isPresent());
        if (waarde.isPresent() && uri.isEmpty()) {
            werk.report(Regelcode.ACTIVITY_NOT_URI, Kernsleutel.PROCESSING_ACTIVITY_ID.sleutel());
        }
        return uri;
    }

    private static Optional<URI> uri(String tekst) {
        try {
            return Optional.of(new URI(tekst)).filter(URI::isAbsolute);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean isUrl(String tekst) {
        return uri(tekst)
                .filter(uri -> uri.getScheme().equalsIgnoreCase("https")
                        || uri.getScheme().equalsIgnoreCase("http"))
                .filter(uri -> uri.getHost() != null)
                .isPresent();
    }

    /// @return whether the line is about a data subject
    private static boolean subject(Regel regel, Regelwerk werk) {
        Optional<Waarde> id = regel.find(Kernsleutel.DATA_SUBJECT_ID);
        Optional<Waarde> type = regel.find(Kernsleutel.DATA_SUBJECT_ID_TYPE);
        String idSleutel = Kernsleutel.DATA_SUBJECT_ID.sleutel();
        String typeSleutel = Kernsleutel.DATA_SUBJECT_ID_TYPE.sleutel();
        if (id.isEmpty()) {
            if (type.isPresent()) {
                werk.report(Regelcode.SUBJECT_TYPE_ALONE, typeSleutel);
            }
            return false;
        }
        switch (id.get()) {
            case Waarde.Tekst(String tekst) -> subject(tekst, type, werk);
            case Waarde.Lijst _, Waarde.Groep _ -> werk.report(Regelcode.SUBJECT_SEVERAL, idSleutel);
            case Waarde.Geheel _, Waarde.Breuk _, Waarde.Vlag _, Waarde.Bytes _, Waarde.Leeg _ ->
                werk.report(Regelcode.SUBJECT_NOT_TEXT, idSleutel);
        }
        if (type.isEmpty()) {
            werk.convert(Ingestvlag.TYPE_MISSING, typeSleutel);
        } else if (!(type.get() instanceof Waarde.Tekst(String tekst)) || tekst.isBlank()) {
            werk.report(Regelcode.SUBJECT_TYPE_MISSING, typeSleutel);
        }
        return true;
    }

    private static void subject(String tekst, Optional<Waarde> type, Regelwerk werk) {
        String sleutel = Kernsleutel.DATA_SUBJECT_ID.sleutel();
        if (tekst.isBlank() || VULSELS.contains(tekst.toLowerCase(Locale.ROOT))) {
            werk.report(Regelcode.SUBJECT_EMPTY, sleutel);
        }
        if (tekst.chars().anyMatch(c -> c == ',' || c == ';' || c == '[' || c == '\n')) {
            werk.report(Regelcode.SUBJECT_SEVERAL, sleutel);
        }
        boolean isBsn = type.filter(Waarde.Tekst.class::isInstance)
                .map(Waarde.Tekst.class::cast)
                .map(Waarde.Tekst::tekst)
                .filter(woord -> woord.equalsIgnoreCase("BSN"))
                .isPresent();
        if (Bsnwacht.isVerdacht(tekst) && (!isBsn || werk.beleid().pseudoniemVerplicht())) {
            werk.report(isBsn ? Regelcode.SUBJECT_IS_BSN : Regelcode.BSN_LIKE, sleutel);
        }
    }

    private static void processor(Regel regel, Regelwerk werk) {
        Optional<Waarde> waarde = regel.find(Kernsleutel.PROCESSOR);
        String sleutel = Kernsleutel.PROCESSOR.sleutel();
        Invoerregel.Sleutels ids = regel.invoer().sleutels();
        boolean heeftOuder =
                !ids.parentSpanId().isZero() || !ids.vreemdeSpanId().isZero();
        if (waarde.isEmpty()) {
            if (Herkomst.isOuderElders(regel.invoer().flags()) && heeftOuder) {
                werk.report(Regelcode.PARENT_WITHOUT_PROCESSOR, sleutel);
            }
            return;
        }
        if (!(waarde.get() instanceof Waarde.Tekst(String tekst)) || !isUrl(tekst)) {
            werk.report(Regelcode.PROCESSOR_NOT_URL, sleutel);
        }
        if (!heeftOuder) {
            werk.report(Regelcode.PROCESSOR_WITHOUT_PARENT, sleutel);
        }
    }
}
