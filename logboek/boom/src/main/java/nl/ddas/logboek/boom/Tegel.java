// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which tile of a tree: a row of hashes beside each other (C2SP tlog-tiles, "Merkle Tree"). At level 0 these are of
/// leaves; at a higher one each is the root over a full tile of the level below.
///
/// @param niveau level, 0 to 63
/// @param nummer index in the level, 0 and up
/// @param breedte how many hashes; [#VOL] when the tile is full, fewer when the tree ends in it
public record Tegel(int niveau, long nummer, int breedte) {

    /// How many hashes a full tile has.
    public static final int VOL = 256;
    /// Binary logarithm of [#VOL].
    static final int HOOGTE = 8;

    private static final int HOOGSTE = 63;
    private static final int GROEP = 1000;
    private static final Pattern PAD =
            Pattern.compile("tile/(?:(entries)|(0|[1-9]\\d?))/((?:x\\d{3}/){0,6}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    /// @throws IllegalArgumentException when there is no such tile
    public Tegel {
        if (niveau < 0 || niveau > HOOGSTE || nummer < 0 || breedte < 1 || breedte > VOL) {
            throw new IllegalArgumentException("no tile: level " + niveau + ", index " + nummer + ", width " + breedte);
        }
    }

    /// What a path asks for.
    ///
    /// @param isEntries whether the entries below this tile of level 0 are meant, and not the hashes
    public record Vraag(Tegel tegel, boolean isEntries) {}

    /// The tile with the hash of a subtree, as wide as it is in a tree of a size.
    ///
    /// @param index which hash at this level
    /// @param size of the tree, enough to have it
    static Tegel with(int niveau, long index, long size) {
        long nummer = index >> HOOGTE;
        return new Tegel(niveau, nummer, (int) Math.min(VOL, (size >> (HOOGTE * niveau)) - (nummer << HOOGTE)));
    }

    /// The unfinished tiles of a tree, the lowest level first; those without hashes are left out.
    static List<Tegel> edge(long size) {
        List<Tegel> edge = new ArrayList<>();
        for (int niveau = 0; niveau <= HOOGSTE / HOOGTE && size >> (HOOGTE * niveau) > 0; niveau++) {
            int breedte = (int) ((size >> (HOOGTE * niveau)) % VOL);
            if (breedte > 0) {
                edge.add(new Tegel(niveau, (size >> (HOOGTE * niveau)) / VOL, breedte));
            }
        }
        return edge;
    }

    /// The full tiles above a leaf, from the top.
    static List<Tegel> above(long leaf, long size) {
        List<Tegel> above = new ArrayList<>();
        for (int niveau = 0; niveau < HOOGSTE / HOOGTE; niveau++) {
            long nummer = leaf >> (HOOGTE * (niveau + 1));
            if (nummer < size >> (HOOGTE * (niveau + 1))) {
                above.addFirst(new Tegel(niveau, nummer, VOL));
            }
        }
        return above;
    }

    /// Whether it has all its hashes, and so never changes again.
    public boolean isVol() {
        return breedte == VOL;
    }

    /// The full tile at this place.
    Tegel vol() {
        return new Tegel(niveau, nummer, VOL);
    }

    /// Where the hashes are served, below the address of the log.
    public String path() {
        return path(Integer.toString(niveau));
    }

    /// Where the entries are served that hash to this tile of level 0 ("Log entries").
    public String entriesPath() {
        return path("entries");
    }

    private String path(String kind) {
        StringBuilder path = new StringBuilder(three(nummer));
        for (long rest = nummer / GROEP; rest > 0; rest /= GROEP) {
            path.insert(0, "x" + three(rest) + "/");
        }
        path.insert(0, "tile/" + kind + "/");
        return isVol() ? path.toString() : path + ".p/" + breedte;
    }

    private static String three(long number) {
        return String.format(Locale.ROOT, "%03d", number % GROEP);
    }

    /// What a path asks for; empty when it is not exactly as [#path] or [#entriesPath] would write it.
    public static Optional<Vraag> read(String path) {
        Matcher parts = PAD.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean isEntries = parts.group(1) != null;
        int niveau = isEntries ? 0 : Integer.parseInt(parts.group(2));
        int breedte = parts.group(4) == null ? VOL : Integer.parseInt(parts.group(4));
        String digits = parts.group(3).replace("x", "").replace("/", "");
        if (niveau > HOOGSTE || breedte > VOL || digits.length() > 18) {
            return Optional.empty();
        }
        Tegel tegel = new Tegel(niveau, Long.parseLong(digits), breedte);
        return Optional.of(new Vraag(tegel, isEntries))
                .filter(asked -> path.equals(isEntries ? tegel.entriesPath() : tegel.path()));
    }
}
