// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ddas.basis.Database;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.levering.verkeer.Verwerking;
import nl.ddas.logboek.boom.Boomuitslag;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.lezen.Adreswacht;
import nl.ddas.logboek.lezen.Bevraging;
import nl.ddas.logboek.lezen.HttpBevraging;
import nl.ddas.logboek.lezen.Traceverslag;
import nl.ddas.logboek.lezen.Volger;
import nl.ddas.logboek.lezen.Volggrenzen;
import nl.ddas.logboek.model.TraceId;
import nl.ddas.logboek.register.Documentlezer;
import nl.ddas.logboek.register.GeheugenActiviteiten;
import nl.ddas.logboek.register.Opslagbron;
import nl.ddas.logboek.register.Registercache;
import nl.ddas.logboek.register.Registerdocument;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Terminal;
import nl.ddas.trust.Party;

/// The two logs of the demo, one of CBS and one that keeps the lines of all suppliers. Each signs the trees of
/// the other, so that neither can change its past unseen.
final class DemoLogboeken implements AutoCloseable {

    private static final String APPLICATIE_CBS = "https://verzamelaar.cbs.example/";

    private final DemoLogboek cbs;
    private final DemoLogboek leveranciers;
    private final Party afnemer;
    private final DemoLogboek.Grond grond;
    private final Deque<Einde.Sluiting> open = new ArrayDeque<>();

    private DemoLogboeken(DemoLogboek cbs, DemoLogboek leveranciers, Party afnemer, DemoLogboek.Grond grond) {
        this.cbs = cbs;
        this.leveranciers = leveranciers;
        this.afnemer = afnemer;
        this.grond = grond;
    }

    /// @param beheerder whose server keeps the lines of the suppliers
    record Wie(Party cbs, Party beheerder, List<Party> leveranciers) {}

    /// Starts both, with empty databases.
    ///
    /// @param map where their keys go
    static DemoLogboeken start(Wie wie, DemoLeverancier.Omstandigheden om, Database database, Path map) {
        Registerdocument document = Documentlezer.bundled();
        Registercache register =
                new Registercache(new Opslagbron(GeheugenActiviteiten.of(document), document), om.klok());
        register.refresh();
        DemoLogboek.Grond grond =
                new DemoLogboek.Grond(om.network(), om.vertrouwen(), database, map, register, om.klok());
        List<Integer> poorten = DemoFsc.vrijePoorten(2);
        DemoLogboek cbs =
                new DemoLogboek(new DemoLogboek.Wie("cbs", wie.cbs(), List.of(wie.cbs()), poorten.getFirst()), grond);
        DemoLogboek anderen = new DemoLogboek(
                new DemoLogboek.Wie("leveranciers", wie.beheerder(), wie.leveranciers(), poorten.getLast()), grond);
        DemoLogboeken beide = new DemoLogboeken(cbs, anderen, wie.cbs(), grond);
        beide.open.push(cbs::close);
        beide.open.push(anderen::close);
        try {
            cbs.start(anderen);
            anderen.start(cbs);
            return beide;
        } catch (RuntimeException mislukt) {
            beide.close();
            throw mislukt;
        }
    }

    /// Opens the log of CBS for its collector.
    Logboek verzamelaar() {
        return geopend(cbs, afnemer, "ddas verzamel");
    }

    /// Where each supplier lets its lines be read, by OIN.
    Map<String, URI> leesadressen() {
        URI adres = URI.create(leveranciers.leesadres().toString());
        return leveranciers.oins().stream().collect(Collectors.toUnmodifiableMap(oin -> oin, _ -> adres));
    }

    /// Opens the log of the suppliers for one of them.
    Logboek bron(Party partij) {
        return geopend(leveranciers, partij, "ddas bron");
    }

    /// The application of who may call a supplier, by OIN.
    Map<String, URI> aanroepers() {
        return Map.of(afnemer.oin().value(), URI.create(APPLICATIE_CBS));
    }

    private Logboek geopend(DemoLogboek waar, Party partij, String applicatie) {
        Logboek logboek = waar.voor(partij, applicatie);
        open.push(logboek::close);
        return logboek;
    }

    /// What both logs tell of one delivery.
    ///
    /// @param spoor its trace; empty when this supplier delivered nothing
    /// @param uitslagen of the checks on both logs, by the file that was checked
    record Verantwoording(Optional<Traceverslag> spoor, Map<Path, Boomuitslag> uitslagen) {

        /// For a line below the step.
        String kort() {
            return Formats.count(regels(), "regel", "regels") + " nagegaan; "
                    + (isGoed() ? "niemand heeft er iets aan gewijzigd" : "er is iets gewijzigd");
        }

        boolean isGoed() {
            return uitslagen.values().stream().allMatch(Boomuitslag::isGoed);
        }

        /// Lines that were checked.
        long regels() {
            return uitslagen.values().stream()
                    .mapToLong(uitslag -> uitslag.telling().regels())
                    .sum();
        }

        /// For programs (`docs/nl/json.md`).
        JsonObject json() {
            JsonObject telling = JsonObject.EMPTY
                    .with("regels", regels())
                    .with("ongewijzigd", isGoed())
                    .with("logboeken", (long) uitslagen.size());
            return spoor.map(een -> telling.with("trace", een.trace().hex())
                            .with("regelsInTrace", (long) een.takken().size()))
                    .orElse(telling);
        }

        /// Shows it, in a terminal.
        void toon(PrintStream uit, Terminal terminal) {
            spoor.ifPresent(een -> new Volgweergave(uit, terminal, DemoLogboek.EXTENSIES, false).toon(een));
            uitslagen.forEach((bestand, uitslag) -> {
                uit.println();
                new Boomverslag(bestand.toString(), uitslag, List.of()).print(uit, terminal);
            });
        }
    }

    /// Follows the delivery of a supplier through both logs, and proves that nobody changed them since.
    ///
    /// @param map where the files with the proofs go
    Verantwoording verantwoord(Party leverancier, Path map) throws IOException {
        new DemoContracten(grond.klok())
                .wacht(
                        "handtekeningen van het andere logboek",
                        () -> cbs.isGetuigd(afnemer) && leveranciers.isGetuigd(leverancier));
        Optional<Traceverslag> spoor = leveranciers
                .trace(leverancier, Verwerking.LEVERANCIER_VERSTREKKEN)
                .map(trace -> volg(trace, leverancier));
        Files.createDirectories(map);
        Path eerste = map.resolve("cbs.jsonl");
        Path tweede = map.resolve("leverancier.jsonl");
        Files.deleteIfExists(eerste);
        Files.deleteIfExists(tweede);
        Map<Path, Boomuitslag> uitslagen = new LinkedHashMap<>();
        uitslagen.put(eerste, cbs.exporteer(afnemer, eerste, leveranciers));
        uitslagen.put(tweede, leveranciers.exporteer(leverancier, tweede, cbs));
        return new Verantwoording(spoor, uitslagen);
    }

    /// Each log shows its lines to whose they are; here both looked.
    private Traceverslag volg(TraceId trace, Party leverancier) {
        Bevraging bijCbs = bevraging(afnemer);
        Bevraging bijLeverancier = bevraging(leverancier);
        String plaats = cbs.leesadres().plaats();
        Bevraging elk = (adres, verbinding, wat, bytes) ->
                (adres.plaats().equals(plaats) ? bijCbs : bijLeverancier).ask(adres, verbinding, wat, bytes);
        Adreswacht wacht =
                new Adreswacht(Set.of(plaats, leveranciers.leesadres().plaats()), true, Adreswacht.Namen.VAN_MACHINE);
        return new Volger(elk, wacht, Volggrenzen.GEWOON).follow(trace, List.of(cbs.leesadres()));
    }

    private Bevraging bevraging(Party partij) {
        return new HttpBevraging(
                grond.network(), grond.vertrouwen().tls(partij), LogboekVolgOpdracht::naam, grond.klok());
    }

    /// Ends what was started last first.
    @Override
    public void close() {
        Afsluiten.alles(open);
    }
}
