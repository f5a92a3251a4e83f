#ifndef CAIBIAN_CMALLOC_SHIM_H
#define CAIBIAN_CMALLOC_SHIM_H

#include <malloc.h>

#endif
