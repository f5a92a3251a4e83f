#ifndef CAIBIAN_CXML2_SHIM_H
#define CAIBIAN_CXML2_SHIM_H

// Debian's libxml2 is built with ICU, whose headers would clash with those of Foundation's own
// ICU; nothing here uses them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// xmlFree is a mutable global function pointer.
static inline void shim_free(void *memory) {
    xmlFree(memory);
}

static inline void shim_ignore(void *context, const char *message, ...) {
}

// Encoding errors bypass the structured handler and would go to stderr.
static inline void shim_silence(void) {
    xmlSetGenericErrorFunc(NULL, shim_ignore);
}

#endif
