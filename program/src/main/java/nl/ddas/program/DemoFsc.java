// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.ddas.basis.Database;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.fsc.manager.OtherManagers;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Party;

/// The federation of the demo: a Directory, a Manager with an Inway for each supplier, a Manager with an
/// Outway for CBS, and the contracts between them.
final class DemoFsc implements AutoCloseable {

    private static final String GROEP = "ddas-demo";
    private static final int EERSTE_POORT = 20_000;
    private static final int POORTEN = 5_000;

    /// Who takes part.
    ///
    /// @param directory who runs the Directory
    /// @param gemachtigde the supplier that delivers on behalf of `gever`, both by name
    record Wie(Party directory, Party cbs, List<DemoLeverancier> leveranciers, String gemachtigde, String gever) {}

    private final Wie wie;
    private final DemoDeelnemer.Groep groep;
    private final Deque<Integer> poorten;
    private final DemoContracten contracten;
    private final Deque<Einde.Sluiting> open = new ArrayDeque<>();
    private final List<DemoDeelnemer> leveranciers = new ArrayList<>();

    private DemoFsc(Wie wie, DemoDeelnemer.Groep groep, Deque<Integer> poorten) {
        this.wie = wie;
        this.groep = groep;
        this.poorten = poorten;
        this.contracten = new DemoContracten(groep.klok());
    }

    /// What stands when all have agreed.
    ///
    /// @param bron the suppliers that CBS now has a contract with
    /// @param contracten how many contracts CBS has
    record Stand(DemoFsc fsc, FscLeveranciers bron, DemoDeelnemer cbs, int deelnemers, int contracten)
            implements AutoCloseable {
        @Override
        public void close() {
            fsc.close();
        }
    }

    /// Starts everybody and has them conclude their contracts.
    ///
    /// @param database where each gets a database of its own
    /// @param map for internal certificates and logs
    /// @throws IOException when the Managers do not come to an agreement in time
    static Stand start(Wie wie, Network network, AuthorityFolder vertrouwen, Database database, Path map, Clock klok)
            throws IOException {
        Deque<Integer> poorten =
                new ArrayDeque<>(vrijePoorten(2 + 2 * wie.leveranciers().size()));
        Group regels = Group.of(GROEP).withPorts(Set.copyOf(poorten));
        DemoFsc fsc =
                new DemoFsc(wie, new DemoDeelnemer.Groep(network, vertrouwen, regels, database, map, klok), poorten);
        try {
            return fsc.begin();
        } catch (IOException | RuntimeException mislukt) {
            fsc.close();
            throw mislukt;
        }
    }

    private Stand begin() throws IOException {
        DemoDeelnemer directory = DemoDeelnemer.startDirectory(groep, wie.directory(), poorten.pop());
        open.push(directory::close);
        List<DemoDeelnemer> gestart = samen(starts(directory.adres()));
        DemoDeelnemer cbs = gestart.getFirst();
        leveranciers.addAll(gestart.subList(1, gestart.size()));
        URI outway = cbs.outway();
        contracten.wacht("Inways en Outways bij hun Manager gemeld", () -> isGemeld(cbs));
        publiceer(cbs);
        int hoeveel = verbind(cbs);
        return new Stand(this, new FscLeveranciers(cbs.beheer(), outway), cbs, leveranciers.size() + 2, hoeveel);
    }

    /// CBS first, then the suppliers with their Inways.
    private List<Callable<DemoDeelnemer>> starts(OtherManagers.Called directory) {
        List<Callable<DemoDeelnemer>> starts = new ArrayList<>();
        int cbsPoort = poorten.pop();
        starts.add(() -> DemoDeelnemer.start(groep, wie.cbs(), cbsPoort, directory));
        for (DemoLeverancier leverancier : wie.leveranciers()) {
            int poort = poorten.pop();
            int inway = poorten.pop();
            starts.add(() -> {
                DemoDeelnemer deelnemer = DemoDeelnemer.start(groep, leverancier.partij(), poort, directory);
                deelnemer.inway(dienst(leverancier), leverancier.adres(), inway);
                return deelnemer;
            });
        }
        return starts;
    }

    /// Starts several side by side. Those that started are closed in the end, also when another did not.
    private List<DemoDeelnemer> samen(List<Callable<DemoDeelnemer>> starts) throws IOException {
        List<DemoDeelnemer> gestart = new ArrayList<>();
        Optional<ExecutionException> mislukt = Optional.empty();
        try (ExecutorService naast =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<DemoDeelnemer> start : naast.invokeAll(starts)) {
                try {
                    DemoDeelnemer deelnemer = start.get();
                    open.push(deelnemer::close);
                    gestart.add(deelnemer);
                } catch (ExecutionException een) {
                    mislukt = Optional.of(een);
                }
            }
        } catch (InterruptedException gestopt) {
            Thread.currentThread().interrupt();
            throw new BeheerMislukt("gestopt tijdens het starten van de Managers");
        }
        if (mislukt.isPresent()) {
            throw new IOException("a part of the federation did not start", mislukt.get());
        }
        return gestart;
    }

    private boolean isGemeld(DemoDeelnemer cbs) throws IOException {
        for (DemoDeelnemer leverancier : leveranciers) {
            if (Beheergesprek.lijst(leverancier.beheer().haal("/inways"), "inways")
                    .isEmpty()) {
                return false;
            }
        }
        return !Beheergesprek.lijst(cbs.beheer().haal("/outways"), "outways").isEmpty();
    }

    private void publiceer(DemoDeelnemer cbs) throws IOException {
        for (int i = 0; i < leveranciers.size(); i++) {
            DemoLeverancier leverancier = wie.leveranciers().get(i);
            Optional<PeerId> namens =
                    leverancier.partij().name().equals(wie.gemachtigde()) ? peer(wie.gever()) : Optional.empty();
            if (namens.isPresent()) {
                contracten.publiceer(leveranciers.get(i), dienst(leverancier), namens.get());
            } else {
                contracten.publiceer(leveranciers.get(i), dienst(leverancier));
            }
        }
        contracten.wacht("diensten in de Directory", () -> {
            for (DemoDeelnemer leverancier : leveranciers) {
                contracten.accepteer(leverancier);
            }
            return diensten(cbs).size() == leveranciers.size();
        });
    }

    private int verbind(DemoDeelnemer cbs) throws IOException {
        for (JsonObject dienst : diensten(cbs)) {
            contracten.verbind(cbs, dienst);
        }
        contracten.wacht("geldige contracten van het CBS met alle leveranciers", () -> {
            for (DemoDeelnemer leverancier : leveranciers) {
                contracten.accepteer(leverancier);
            }
            return contracten.geldige(cbs) == leveranciers.size();
        });
        return leveranciers.size();
    }

    private static List<JsonObject> diensten(DemoDeelnemer cbs) throws IOException {
        JsonObject gevonden = cbs.beheer()
                .haal("/directory/services" + Beheergesprek.vraag("serviceName", FscLeveranciers.VOORVOEGSEL));
        return Beheergesprek.lijst(gevonden, "services");
    }

    /// @param naam of a supplier
    DemoDeelnemer leverancier(String naam) {
        Optional<PeerId> peer = peer(naam);
        return leveranciers.stream()
                .filter(een -> peer.filter(een.peer()::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Optional<PeerId> peer(String naam) {
        return wie.leveranciers().stream()
                .map(DemoLeverancier::partij)
                .filter(partij -> partij.name().equals(naam))
                .map(partij -> new PeerId(partij.oin().value()))
                .findFirst();
    }

    /// The name of the Service of a supplier: what FSC allows of its own name.
    private static String dienst(DemoLeverancier leverancier) {
        String naam = Normalizer.normalize(leverancier.partij().name(), Normalizer.Form.NFD)
                .replaceAll("[^a-zA-Z0-9._-]+", "-");
        String heel = FscLeveranciers.VOORVOEGSEL + naam;
        return heel.substring(0, Math.min(100, heel.length()));
    }

    /// Below the ports that the system hands out by itself, so that nobody gets one of them before it is used.
    static List<Integer> vrijePoorten(int aantal) {
        int begin = EERSTE_POORT + new SecureRandom().nextInt(POORTEN);
        return IntStream.range(begin, begin + POORTEN)
                .filter(DemoFsc::isVrij)
                .limit(aantal)
                .boxed()
                .toList();
    }

    private static boolean isVrij(int poort) {
        try (ServerSocket _ = new ServerSocket(poort, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException bezet) {
            return false;
        }
    }

    /// Ends what was started last first.
    @Override
    public void close() {
        Afsluiten.alles(open);
    }
}
