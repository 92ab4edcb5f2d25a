// ServerConfig: the INI file of `serve --config FILE`.
#pragma once

#include "server/daemon/server_process.h"

namespace parterre {

// Reads what the file says into `options`; what it does not name stays as it is. An empty name: nothing to read.
//   [limits] the members of http::Limits by their names; times in milliseconds and named so ("headerWithinMs")
//   [tls]    certificate and key: PEM files; a path that is not absolute begins at the INI file
//   [mail]   from; smtp ("smtp://host:587" or "smtps://host"), user, password; or folder; and publicUrl, the address of
//            the pages in mails
//   [front]  trustedProxies ("127.0.0.1, 10.0.0.0/8"), secureCookies (a proxy in front does TLS), releaseJitterMs,
//            socketThreads (further threads for the sockets; 0: none)
// NotFound, or Malformed with the file and what is wrong in it.
Result<void> readConfig(const QString& file, ServerOptions& options);

} // namespace parterre
