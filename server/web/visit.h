// Visit: in which language a request is answered, and under which address its page can be had in the other one.
#pragma once

#include "server/http/request.h"
#include "server/web/words.h"

#include <string>

namespace parterre::web {

struct Visit
{
    const Words* words = nullptr;
    std::string here;   // path and query of this page without the choice of language; "/" when it was posted
    bool chose = false; // the language came with ?lang= and is to be remembered
};

inline constexpr std::string_view languageCookie = "parterre_lang";

// ?lang=, else the cookie, else Accept-Language, else English.
Visit visitOf(const http::Request& request);

// The first language of the header that there are pages in, by its q values.
std::optional<Language> languageAccepted(std::string_view header);

} // namespace parterre::web
