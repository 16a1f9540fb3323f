// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/// A folder of sealed files: everything with persons in it that touches the disk goes through here.
///
/// Each file is cut in chunks of 64 KiB, each encrypted with AES-256-GCM under a key that lies outside the folder, so
/// that a file can be read from any offset, and a changed, cut or swapped chunk is noticed. Folder mode 0700.
public final class SealedFolder {

    /// Opens the folder, makes it when it is not there.
    ///
    /// @param keyFile holds 32 random bytes, made (mode 0600) when not there; must not lie inside `folder`
    public static SealedFolder open(Path folder, Path keyFile) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Writes a file; it appears under its name, whole and synced, only when the stream is closed after [Draft#keep].
    public Draft write(String name) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// A file being written. Closed without [#keep], it leaves nothing behind.
    public abstract static class Draft extends OutputStream {
        /// Declares the content complete: closing now puts the file in place.
        public abstract void keep();
    }

    /// Opens a file for reading from any offset.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is no such file
    public SealedFile file(String name) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Whether the file is there.
    public boolean has(String name) {
        throw new UnsupportedOperationException();
    }

    /// Names of the files, in no order.
    public java.util.List<String> names() throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Removes the file when it is there.
    public void delete(String name) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// One sealed file, open for reading by many threads.
    public abstract static class SealedFile implements AutoCloseable {
        /// Size of the content in bytes.
        public abstract long size();

        /// Content from an offset on, at most `length` bytes.
        public abstract InputStream read(long offset, long length) throws IOException;

        /// Copies content straight to a stream.
        public abstract void copyTo(long offset, long length, OutputStream out) throws IOException;

        @Override
        public abstract void close() throws IOException;
    }
}
