// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.ddas.basis.Sha256;

/// In memory: for tests and demonstrations.
public final class GeheugenQuarantaine implements Quarantaine, Quarantainebeheer {

    private final Quarantainegrens grens;
    private final Map<Sleutel, Bewaard> alle = new LinkedHashMap<>();
    private long laatste;

    private record Sleutel(Houder houder, String digest) {}

    private record Bewaard(Quarantaineregel regel, byte[] inhoud) {}

    public GeheugenQuarantaine(Quarantainegrens grens) {
        this.grens = grens;
    }

    @Override
    public synchronized Plaatsing add(Houder houder, Instant now, List<Apart> regels) {
        Map<Sleutel, Bewaard> after = new LinkedHashMap<>(alle);
        for (Apart one : regels) {
            byte[] inhoud = one.inhoud();
            after.merge(
                    new Sleutel(houder, Sha256.hex(inhoud)),
                    new Bewaard(first(houder, now, one, inhoud.length), inhoud),
                    (before, fresh) -> new Bewaard(again(before.regel(), fresh.regel()), fresh.inhoud()));
        }
        Stand stand = stand(houder, after);
        if (grens.isOver(stand.regels(), stand.bytes())) {
            return Plaatsing.VOL;
        }
        alle.clear();
        alle.putAll(after);
        return Plaatsing.BEWAARD;
    }

    private Quarantaineregel first(Houder houder, Instant now, Apart one, int length) {
        return new Quarantaineregel(
                ++laatste, houder, now, now, 1, one.codes(), one.vorm(), one.isAfgekapt(), length, Optional.empty());
    }

    private static Quarantaineregel again(Quarantaineregel before, Quarantaineregel fresh) {
        return new Quarantaineregel(
                before.nummer(),
                before.houder(),
                before.ontvangen(),
                fresh.laatst(),
                before.keren() + 1,
                fresh.codes(),
                fresh.vorm(),
                fresh.isAfgekapt(),
                fresh.bytes(),
                Optional.empty());
    }

    private Stand stand(Houder houder, Map<Sleutel, Bewaard> rows) {
        List<Quarantaineregel> waiting = rows.values().stream()
                .map(Bewaard::regel)
                .filter(one -> one.houder().equals(houder) && one.opgenomen().isEmpty())
                .toList();
        return grens.stand(
                houder,
                waiting.size(),
                waiting.stream().mapToLong(Quarantaineregel::bytes).sum());
    }

    @Override
    public synchronized List<Stand> standen() {
        return alle.keySet().stream()
                .map(Sleutel::houder)
                .distinct()
                .map(houder -> stand(houder, alle))
                .filter(stand -> stand.regels() > 0)
                .toList();
    }

    @Override
    public synchronized int removeBefore(Instant moment) {
        int before = alle.size();
        alle.values().removeIf(one -> one.regel().laatst().isBefore(moment));
        return before - alle.size();
    }

    @Override
    public synchronized List<Quarantaineregel> list(long na, int aantal) {
        return alle.values().stream()
                .map(Bewaard::regel)
                .filter(one -> one.nummer() > na)
                .sorted(Comparator.comparingLong(Quarantaineregel::nummer))
                .limit(aantal)
                .toList();
    }

    @Override
    public synchronized Optional<byte[]> inhoud(long nummer) {
        return alle.values().stream()
                .filter(one -> one.regel().nummer() == nummer
                        && one.regel().opgenomen().isEmpty())
                .map(Bewaard::inhoud)
                .findFirst();
    }

    @Override
    public synchronized void takenUp(long nummer, Instant now) {
        change(nummer, one -> with(one, one.codes(), 0, List.of(now)));
    }

    @Override
    public synchronized void stillWrong(long nummer, List<String> codes) {
        change(nummer, one -> with(one, codes, one.bytes(), List.of()));
    }

    private void change(long nummer, UnaryOperator<Quarantaineregel> how) {
        alle.replaceAll(
                (_, one) -> one.regel().nummer() == nummer ? new Bewaard(how.apply(one.regel()), one.inhoud()) : one);
    }

    /// @param opgenomen one moment or none
    private static Quarantaineregel with(
            Quarantaineregel one, List<String> codes, long bytes, List<Instant> opgenomen) {
        return new Quarantaineregel(
                one.nummer(),
                one.houder(),
                one.ontvangen(),
                one.laatst(),
                one.keren(),
                codes,
                one.vorm(),
                one.isAfgekapt(),
                bytes,
                opgenomen.stream().findFirst());
    }
}
