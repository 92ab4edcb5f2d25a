// Static files: style sheet, scripts, icons and the description of the API, read once from the program itself.
#pragma once

#include "server/http/router.h"

#include <string>
#include <string_view>

namespace parterre::web {

// "/NAME" for every file below ":/web" (asked again with every visit, answered 304 when known), "/assets/VERSION/NAME"
// (kept by browsers for good), and "/api/openapi.yaml".
void addStaticFiles(http::Router& router);

// The address a page names a file by: it changes with the content of any of them, so no browser runs an old script
// beside a new one. Scripts name each other relatively and so stay within one version.
std::string assetHref(std::string_view name);
// The element that runs a script of ours: scriptHtml("checkout.js").
std::string scriptHtml(std::string_view name);

} // namespace parterre::web
