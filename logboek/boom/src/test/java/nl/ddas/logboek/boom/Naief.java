// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// The tree straight from the definitions of RFC 6962, 2.1: slow, all leaves in memory, and nothing shared with what it
/// tests.
final class Naief {

    private Naief() {}

    static byte[] sha(byte first, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// MTH(D[n]).
    static Hash mth(List<byte[]> d) {
        int n = d.size();
        if (n == 0) {
            try {
                return Hash.of(MessageDigest.getInstance("SHA-256").digest());
            } catch (NoSuchAlgorithmException broken) {
                throw new IllegalStateException(broken);
            }
        }
        if (n == 1) {
            return Hash.of(sha((byte) 0, d.getFirst()));
        }
        int k = k(n);
        return Hash.of(
                sha((byte) 1, mth(d.subList(0, k)).bytes(), mth(d.subList(k, n)).bytes()));
    }

    private static int k(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    /// PATH(m, D[n]).
    static List<Hash> path(int m, List<byte[]> d) {
        int n = d.size();
        if (n == 1) {
            return new ArrayList<>();
        }
        int k = k(n);
        boolean left = m < k;
        List<Hash> path = left ? path(m, d.subList(0, k)) : path(m - k, d.subList(k, n));
        path.add(left ? mth(d.subList(k, n)) : mth(d.subList(0, k)));
        return path;
    }

    /// PROOF(m, D[n]).
    static List<Hash> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> d, boolean b) {
        int n = d.size();
        if (m == n) {
            return b ? new ArrayList<>() : new ArrayList<>(List.of(mth(d)));
        }
        int k = k(n);
        boolean left = m <= k;
        List<Hash> proof = left ? subproof(m, d.subList(0, k), b) : subproof(m - k, d.subList(k, n), false);
        proof.add(left ? mth(d.subList(k, n)) : mth(d.subList(0, k)));
        return proof;
    }
}
