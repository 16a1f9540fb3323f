package nl.ddas.levering.statistiek;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Counts what combining gave, for a short Dutch account in the terminal.
public final class CombineerSamenvatting implements CombineerOntvanger {
    private final Map<Indicatorscore.Klasse, Long> klassen = new EnumMap<>(Indicatorscore.Klasse.class);
    private final Map<String, Long> tegenspraken = new TreeMap<>();
    private Optional<Combinatie> combinatie = Optional.empty();

    @Override
    public void combinatie(Combinatie gevonden) {
        combinatie = Optional.of(gevonden);
    }

    @Override
    public void traject(GecombineerdTraject traject, Indicatorscore score) {
        klassen.merge(score.klasse(), 1L, Long::sum);
        traject.tegenspraken().forEach(veld -> tegenspraken.merge(veld, 1L, Long::sum));
    }

    /// The account, line by line; empty before anything was combined.
    public List<String> regels() {
        return combinatie.map(this::regels).orElse(List.of());
    }

    private List<String> regels(Combinatie gevonden) {
        Combinatie.Telling telling = gevonden.telling();
        Instellingen instellingen = gevonden.instellingen();
        List<String> regels = new ArrayList<>();
        regels.add(regel("Geleverde trajecten", telling.bronrecords()));
        regels.add(regel("  vervangen door een nieuwere levering", telling.vervangen()));
        regels.add(regel("Trajecten na combineren", telling.trajecten()));
        regels.add(regel("  uit meer dan één bron", telling.uitMeerBronnen()));
        regels.add("");
        regels.add("Betrouwbaarheid");
        for (Indicatorscore.Klasse klasse : Indicatorscore.Klasse.values()) {
            regels.add(regel("  klasse " + klasse, klassen.getOrDefault(klasse, 0L)));
        }
        Map<Signaalcode, Long> perCode = new EnumMap<>(Signaalcode.class);
        gevonden.signalen().forEach(signaal -> perCode.merge(signaal.code(), 1L, Long::sum));
        if (!perCode.isEmpty()) {
            regels.add("");
            regels.add("Wat opviel bij het combineren");
            perCode.forEach((code, aantal) -> regels.add(regel("  " + code.code(), aantal) + "  " + code.melding()));
        }
        if (!tegenspraken.isEmpty()) {
            regels.add("");
            regels.add("Waarover bronnen verschillen (C-04)");
            tegenspraken.forEach((veld, aantal) -> regels.add(regel("  " + veld, aantal)));
        }
        regels.add("");
        regels.add("Regels " + gevonden.regelversie() + ", gemeenteregel " + instellingen.gemeenteregel()
                + ", bsnmodus " + instellingen.bsnmodus() + ", maxgat " + instellingen.maxgat());
        return List.copyOf(regels);
    }

    private static String regel(String naam, long aantal) {
        String getal = new Cel.Aantal(aantal).leesbaar();
        int wit = Math.max(1, 52 - naam.length() - getal.length());
        return naam + " ".repeat(wit) + getal;
    }
}
