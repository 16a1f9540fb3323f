/*
 * SPDX-FileCopyrightText: 2026 The DDAS authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Gives a program that has no option for it a client certificate: loaded before OpenSSL, it adds the key and chain in
 * file CLIENT_CERTIFICATE to each TLS context that the program makes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

typedef void *(*make)(const void *);
typedef int (*load_chain)(void *, const char *);
typedef int (*load_key)(void *, const char *, int);

void *SSL_CTX_new(const void *method) {
  make original = (make)dlsym(RTLD_NEXT, "SSL_CTX_new");
  load_chain chain = (load_chain)dlsym(RTLD_NEXT, "SSL_CTX_use_certificate_chain_file");
  load_key key = (load_key)dlsym(RTLD_NEXT, "SSL_CTX_use_PrivateKey_file");
  const char *file = getenv("CLIENT_CERTIFICATE");
  void *context = original(method);
  if (context != NULL && file != NULL && (chain(context, file) != 1 || key(context, file, 1) != 1)) {
    abort();
  }
  return context;
}
