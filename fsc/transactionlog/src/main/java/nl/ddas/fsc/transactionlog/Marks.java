// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

/// A set of numbers of 128 bits, side by side in one array. With an object for each, the garbage collector would move
/// every one of them several times, and all requests stand still meanwhile. Not safe for many threads.
final class Marks {

    private static final int FEWEST = 1 << 10;

    /// Two for each place; two zeros are a free place. At most half of the places are taken.
    private long[] places = new long[2 * FEWEST];

    private int size;

    int size() {
        return size;
    }

    boolean contains(long high, long low) {
        return isTaken(place(high, low));
    }

    /// @return false when it was there already
    boolean add(long high, long low) {
        int place = place(high, low);
        if (isTaken(place)) {
            return false;
        }
        set(place, high, low);
        size++;
        if (4 * size > places.length) {
            grow();
        }
        return true;
    }

    void remove(long high, long low) {
        int place = place(high, low);
        if (!isTaken(place)) {
            return;
        }
        set(place, 0, 0);
        size--;
        // Those right behind it may have had to give way to it: each finds its place again.
        for (int next = after(place); isTaken(next); next = after(next)) {
            long nextHigh = places[next];
            long nextLow = places[next + 1];
            set(next, 0, 0);
            set(place(nextHigh, nextLow), nextHigh, nextLow);
        }
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        for (int at = 0; at < before.length; at += 2) {
            if (before[at] != 0 || before[at + 1] != 0) {
                set(place(before[at], before[at + 1]), before[at], before[at + 1]);
            }
        }
    }

    /// Where it stands, or else the free place where it would.
    private int place(long high, long low) {
        int place = (int) low & (places.length - 2);
        while (isTaken(place) && (places[place] != high || places[place + 1] != low)) {
            place = after(place);
        }
        return place;
    }

    private int after(int place) {
        return (place + 2) & (places.length - 2);
    }

    private boolean isTaken(int place) {
        return places[place] != 0 || places[place + 1] != 0;
    }

    private void set(int place, long high, long low) {
        places[place] = high;
        places[place + 1] = low;
    }
}
