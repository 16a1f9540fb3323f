// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Roots, tiles and proofs against the definitions of RFC 6962.
class BoomTest {

    /// The leaves that the tests of Certificate Transparency use everywhere.
    private static final List<byte[]> CT = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HexFormat.of()::parseHex)
            .toList();

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
            2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
            3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
            4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
            5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
            6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
            7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
            8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
            """)
    void rootsAreThoseOfCertificateTransparency(int size, String root) {
        Boomrand rand = new Boomrand();
        CT.subList(0, size).forEach(entry -> rand.add(Merkle.leaf(entry), (_, _) -> {}));
        assertThat(rand.root()).hasToString(root);
        assertThat(Naief.mth(CT.subList(0, size))).hasToString(root);
    }

    @Property(tries = 200)
    void everyProofIsThatOfTheDefinitionAndIsAccepted(
            @ForAll @IntRange(min = 1, max = 1500) int size, @ForAll long chance) throws IOException {
        int index = (int) Long.remainderUnsigned(chance, size);
        List<byte[]> d = Proefboom.entries(size);
        Proefboom boom = Proefboom.of(size);
        Hash root = Naief.mth(d);

        assertThat(boom.rand.root()).isEqualTo(root);
        assertThat(boom.bewijs().root()).isEqualTo(root);
        assertThat(boom.bewijs().leaf(index)).isEqualTo(Merkle.leaf(d.get(index)));
        List<Hash> path = boom.bewijs().inclusion(index);
        assertThat(path).isEqualTo(Naief.path(index, d));
        assertThat(Bewijstoets.includes(index, size, Merkle.leaf(d.get(index)), path, root))
                .isTrue();

        int before = index + 1;
        List<Hash> proof = boom.bewijs().consistency(before);
        Hash old = Naief.mth(d.subList(0, before));
        assertThat(proof).isEqualTo(Naief.proof(before, d));
        assertThat(boom.bewijs().root(before)).isEqualTo(old);
        assertThat(Bewijstoets.extend(before, old, size, root, proof)).isTrue();
    }

    @Property(tries = 100)
    void aProofWithAnythingElseInItIsRefused(@ForAll @IntRange(min = 2, max = 700) int size, @ForAll long chance)
            throws IOException {
        int index = (int) Long.remainderUnsigned(chance, size - 1);
        Proefboom boom = Proefboom.of(size);
        Hash leaf = Merkle.leaf(Proefboom.entry(index));
        Hash root = boom.rand.root();
        Hash other = Merkle.leaf(new byte[] {1});
        List<Hash> path = boom.bewijs().inclusion(index);
        for (List<Hash> wrong : wrongs(path, other, (int) (chance >>> 40))) {
            assertThat(Bewijstoets.includes(index, size, leaf, wrong, root)).isFalse();
        }
        assertThat(Bewijstoets.includes(index, size, other, path, root)).isFalse();
        assertThat(Bewijstoets.includes(index, size, leaf, path, other)).isFalse();
        assertThat(Bewijstoets.includes(index + 1, size, leaf, path, root)).isFalse();

        Hash old = boom.bewijs().root(index + 1);
        List<Hash> proof = boom.bewijs().consistency(index + 1);
        for (List<Hash> wrong : wrongs(proof, other, (int) (chance >>> 40))) {
            assertThat(Bewijstoets.extend(index + 1, old, size, root, wrong)).isFalse();
        }
        assertThat(Bewijstoets.extend(index + 1, other, size, root, proof)).isFalse();
        assertThat(Bewijstoets.extend(index + 1, old, size, other, proof)).isFalse();
    }

    private static List<List<Hash>> wrongs(List<Hash> good, Hash other, int chance) {
        List<Hash> longer = new ArrayList<>(good);
        longer.add(other);
        if (good.isEmpty()) {
            return List.of(longer);
        }
        List<Hash> changed = new ArrayList<>(good);
        changed.set(Math.floorMod(chance, good.size()), other);
        return List.of(longer, changed, good.subList(1, good.size()), good.subList(0, good.size() - 1));
    }

    @Property(tries = 50)
    void theEdgeThatWasKeptGoesOnAsIfNothingHappened(
            @ForAll @IntRange(min = 0, max = 70000) int size, @ForAll @IntRange(min = 0, max = 600) int more) {
        Boomrand first = Proefboom.of(size).rand;
        Boomrand second = Boomrand.of(first.size(), first.bytes());
        assertThat(second.root()).isEqualTo(first.root());
        List<Tegel> one = new ArrayList<>();
        List<Tegel> two = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            first.add(Merkle.leaf(Proefboom.entry(i)), (tegel, _) -> one.add(tegel));
            second.add(Merkle.leaf(Proefboom.entry(i)), (tegel, _) -> two.add(tegel));
        }
        assertThat(two).isEqualTo(one);
        assertThat(second.root()).isEqualTo(first.root());
        assertThat(second.bytes()).isEqualTo(first.bytes());
    }

    @Test
    void theEdgeOfAnotherSizeIsRefused() {
        Boomrand rand = Proefboom.of(300).rand;
        assertThatThrownBy(() -> Boomrand.of(301, rand.bytes())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Boomrand.of(299, rand.bytes())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTreeOf70000HasTheTilesOfTheSpecification() {
        List<Tegel> vol = new ArrayList<>();
        Boomrand rand = new Boomrand();
        for (int i = 0; i < 70_000; i++) {
            rand.add(Merkle.EMPTY, (tegel, _) -> vol.add(tegel));
        }
        assertThat(vol.stream().filter(one -> one.niveau() == 0)).hasSize(273);
        assertThat(vol.stream().filter(one -> one.niveau() == 1)).hasSize(1);
        assertThat(rand.tegels()).containsExactly(new Tegel(0, 273, 112), new Tegel(1, 1, 17), new Tegel(2, 0, 1));
    }

    @Test
    void aTreeOf256HasAFullTileAndOneOfWidth1Above() {
        assertThat(Proefboom.of(256).rand.tegels()).containsExactly(new Tegel(1, 0, 1));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 1234067, 256, tile/0/x001/x234/067,       tile/entries/x001/x234/067
            0, 0,       256, tile/0/000,                 tile/entries/000
            1, 999,     17,  tile/1/999.p/17,            tile/entries/999.p/17
            2, 1000,    1,   tile/2/x001/000.p/1,        tile/entries/x001/000.p/1
            """)
    void pathsAreThoseOfTheSpecification(int niveau, long nummer, int breedte, String path, String entries) {
        Tegel tegel = new Tegel(niveau, nummer, breedte);
        assertThat(tegel.path()).isEqualTo(path);
        assertThat(tegel.entriesPath()).isEqualTo(entries);
        assertThat(Tegel.read(path)).isEqualTo(Optional.of(new Tegel.Vraag(tegel, false)));
        assertThat(Tegel.read(entries)).isEqualTo(Optional.of(new Tegel.Vraag(new Tegel(0, nummer, breedte), true)));
    }

    @ParameterizedTest
    @CsvSource({
        "tile/00/000", "tile/64/000", "tile/0/0", "tile/0/0000", "tile/0/x000/001", "tile/0/001/002", "tile/0/000.p/0",
        "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/", "tile/0/000/", "tile/-1/000", "tile/0/x001", "tile/0/",
        "tile/entries/00", "tile/0/000.p/1000", "checkpoint", "tile/0/x999/x999/x999/x999/x999/x999/x999/999"
    })
    void anotherSpellingOfAPathIsNoTile(String path) {
        assertThat(Tegel.read(path)).isEmpty();
    }

    @Test
    void aTileThatIsNotThereIsSaidSo() {
        Proefboom boom = Proefboom.of(10);
        assertThatThrownBy(() -> new Boombewijs(boom, 300).root()).isInstanceOf(Tegels.Ontbreekt.class);
    }
}
