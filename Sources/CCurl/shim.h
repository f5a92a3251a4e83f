#ifndef CAIBIAN_CCURL_SHIM_H
#define CAIBIAN_CCURL_SHIM_H

#include <curl/curl.h>

#endif
