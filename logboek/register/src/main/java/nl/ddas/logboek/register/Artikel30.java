// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The register of processing activities that article 30 of the GDPR asks for, as it is at one moment (LDV-R11).
///
/// CSV: `;` between cells, CRLF, UTF-8 with byte order mark, because a Dutch spreadsheet then opens it right
/// with a double click. A text that a spreadsheet would run as a formula gets an apostrophe before it.
///
/// @param moment which versions count; activities that are not there at that moment are left out
public record Artikel30(Registerdocument document, Instant moment) {

    private static final ZoneId CLOCKS = ZoneId.of("Europe/Amsterdam");

    private static final List<String> KOPPEN = List.of(
            "Verantwoordelijke",
            "Contact",
            "Activiteit",
            "URI",
            "Versie",
            "Geldt vanaf",
            "Doel",
            "Grondslag",
            "Wet en artikel",
            "Betrokkenen",
            "Soorten gegevens",
            "Wat ermee gebeurt",
            "Ontvangers",
            "Gegevens bewaren",
            "Technische maatregelen",
            "Organisatorische maatregelen",
            "Logregels bewaren",
            "Betrokkenen in logregels",
            "Motivering",
            "DPIA",
            "Vertrouwelijk",
            "Deel van",
            "Verwijzingen");

    /// An activity with the version that counts.
    ///
    /// @param verantwoordelijke name of the controller; empty when not filled in
    public record Rij(Activiteit activiteit, Versie versie, URI uri, Optional<Entiteit> verantwoordelijke) {

        /// What the version says.
        public Inhoud inhoud() {
            return versie.inhoud();
        }
    }

    /// The activities that are done at the moment, in the order of the document.
    public List<Rij> rows() {
        return document.activiteiten().stream()
                .flatMap(one -> one.at(moment).filter(versie -> !versie.inhoud().ended()).stream()
                        .map(versie -> new Rij(
                                one,
                                versie,
                                document.uri(one.id()),
                                versie.inhoud().verband().controllerId().flatMap(document::entity))))
                .toList();
    }

    /// Names of the recipients with their role.
    public List<String> recipients(Inhoud inhoud) {
        return inhoud.recipients().stream()
                .map(one -> document.entity(one.entityId())
                                .map(Entiteit::name)
                                .orElse(one.entityId().toString()) + " ("
                        + one.legalRole().tekst() + ")")
                .toList();
    }

    /// Name of the activity of which this one is a part.
    public Optional<String> parent(Inhoud inhoud) {
        return inhoud.verband().parentId().map(this::name);
    }

    private String name(UUID id) {
        return document.activity(id)
                .flatMap(one -> one.at(moment).or(one::last))
                .map(one -> one.inhoud().name())
                .orElse(id.toString());
    }

    /// A term as people say it, such as `5 jaar` or `1 jaar en 6 maanden`.
    public static String spoken(Period term) {
        int years = term.getYears();
        int months = term.getMonths();
        int days = term.getDays();
        return Stream.of(
                        Optional.of(years + " jaar").filter(_ -> years != 0),
                        Optional.of(months + (months == 1 ? " maand" : " maanden"))
                                .filter(_ -> months != 0),
                        Optional.of(days + (days == 1 ? " dag" : " dagen")).filter(_ -> days != 0))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" en "));
    }

    /// Words as a reader is told them.
    public static String spoken(Collection<? extends Begrip> words) {
        return words.stream().map(Begrip::tekst).collect(Collectors.joining(", "));
    }

    /// The whole register as CSV. Holds what is confidential: for who keeps the register, not for everybody.
    public byte[] csv() {
        StringBuilder text = new StringBuilder("\uFEFF");
        line(text, KOPPEN);
        rows().forEach(row -> line(text, cells(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> cells(Rij row) {
        Inhoud inhoud = row.inhoud();
        List<String> cells = new ArrayList<>(List.of(
                row.verantwoordelijke().map(Entiteit::name).orElse(""),
                row.verantwoordelijke().map(one -> contact(one.contact())).orElse(""),
                inhoud.name(),
                row.uri().toString(),
                Integer.toString(row.versie().nummer()),
                written(row.versie().validFrom()),
                inhoud.purpose(),
                spoken(inhoud.legalBasis()),
                inhoud.legalBasisComment(),
                spoken(inhoud.dataSubjects())));
        cells.addAll(List.of(
                String.join(", ", inhoud.personalData().categories()),
                spoken(inhoud.processingOptions()),
                String.join(", ", recipients(inhoud)),
                inhoud.personalData().retentionPeriod().map(Artikel30::spoken).orElse(""),
                measures(inhoud, MeasureType.TECHNICAL),
                measures(inhoud, MeasureType.ORGANISATIONAL)));
        cells.addAll(logging(inhoud));
        cells.add(parent(inhoud).orElse(""));
        cells.add(inhoud.verband().externalRefs().stream().map(URI::toString).collect(Collectors.joining(" ")));
        return cells;
    }

    private static List<String> logging(Inhoud inhoud) {
        Logwijze logging = inhoud.logging();
        return List.of(
                logging.logRetentionPeriod().map(Artikel30::spoken).orElse(""),
                logging.subjectLogging().tekst(),
                logging.motivation(),
                logging.dpia().map(URI::toString).orElse(""),
                !logging.confidential()
                        ? "nee"
                        : "ja"
                                + logging.confidentialUntil()
                                        .map(tot -> ", tot " + written(tot))
                                        .orElse(""));
    }

    /// By the clocks of the Netherlands, so that a version of 1 January does not read as one of 31 December.
    private static String written(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(CLOCKS));
    }

    private static String measures(Inhoud inhoud, MeasureType type) {
        return inhoud.measures().stream()
                .filter(one -> one.measureType() == type)
                .map(Maatregel::measure)
                .collect(Collectors.joining(" "));
    }

    private static String contact(Contact contact) {
        return Stream.of(
                        contact.address(),
                        contact.postalCode(),
                        contact.city(),
                        contact.country(),
                        contact.phonenumber(),
                        contact.email())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(Artikel30::safe).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    private static String safe(String cell) {
        boolean isFormula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        String text = isFormula ? "'" + cell : cell;
        return text.matches("(?s).*[;\"\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
