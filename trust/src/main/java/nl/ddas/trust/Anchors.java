// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the anchors are that somebody trusts: files, which count for every purpose, and folders. What stands in a
/// folder itself counts for every purpose too; in it may be folders `tls`, `ondertekening` and `versleuteling`, and
/// what stands there counts for that alone. So a hierarchy that is for one thing (as those of PKIoverheid G4 are)
/// is believed for that one thing.
///
/// @param places read at each call
public record Anchors(List<Path> places) {

    private static final String FILES = "*.{pem,crt,cer}";

    public Anchors {
        places = List.copyOf(places);
    }

    /// Those of each purpose, without repetition; may be none.
    ///
    /// @throws IOException when one cannot be read, or a folder has another name than that of a purpose
    public Map<Purpose, List<X509Certificate>> read() throws IOException {
        Map<Purpose, List<X509Certificate>> all = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            all.put(purpose, new ArrayList<>());
        }
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                readFolder(place, all);
            } else {
                add(PemFiles.certificates(place), Set.of(Purpose.values()), all);
            }
        }
        return all;
    }

    /// Those that count for at least one of these purposes.
    ///
    /// @throws IOException as in [#read], and when there is none
    public List<X509Certificate> of(Set<Purpose> purposes) throws IOException {
        return of(purposes, read());
    }

    /// As [#of(Set)], from what [#read] gave a moment ago.
    ///
    /// @throws IOException when there is none
    public List<X509Certificate> of(Set<Purpose> purposes, Map<Purpose, List<X509Certificate>> all) throws IOException {
        List<X509Certificate> found = purposes.stream()
                .sorted()
                .flatMap(purpose -> all.getOrDefault(purpose, List.of()).stream())
                .distinct()
                .toList();
        if (found.isEmpty()) {
            throw new IOException("there is no anchor for "
                    + purposes.stream().sorted().map(Purpose::word).collect(Collectors.joining(" or ")) + " in "
                    + places);
        }
        return found;
    }

    private static void readFolder(Path folder, Map<Purpose, List<X509Certificate>> all) throws IOException {
        addFiles(folder, Set.of(Purpose.values()), all);
        try (DirectoryStream<Path> below = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path sub : below) {
                addFiles(sub, Set.of(purpose(sub)), all);
            }
        }
    }

    private static Purpose purpose(Path folder) throws IOException {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> folder.endsWith(purpose.word()))
                .findFirst()
                .orElseThrow(() -> new IOException(
                        folder + ": expected a folder with the name tls, ondertekening or versleuteling"));
    }

    private static void addFiles(Path folder, Set<Purpose> purposes, Map<Purpose, List<X509Certificate>> all)
            throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILES)) {
            for (Path file : files) {
                add(PemFiles.certificates(file), purposes, all);
            }
        }
    }

    private static void add(
            List<X509Certificate> read, Set<Purpose> purposes, Map<Purpose, List<X509Certificate>> all) {
        for (Purpose purpose : purposes) {
            List<X509Certificate> there = all.computeIfAbsent(purpose, _ -> new ArrayList<>());
            read.stream().filter(one -> !there.contains(one)).forEach(there::add);
        }
    }
}
