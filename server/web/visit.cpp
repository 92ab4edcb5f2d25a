// RFC 9110, 12.5.4: language ranges with weights; only the primary subtag counts here.
#include "server/web/visit.h"

#include "server/http/trimmed.h"

#include <QUrl>

#include <algorithm>
#include <charconv>

namespace parterre::web {
namespace {

// "0.8" → 800; what cannot be read counts as nothing.
int weightOf(std::string_view parameters)
{
    const std::size_t at = parameters.find("q=");
    if (at == std::string_view::npos)
        return 1000;
    const std::string_view digits = parameters.substr(at + 2);
    double weight = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), weight);
    return static_cast<int>(std::clamp(weight, 0.0, 1.0) * 1000);
}

std::string encoded(const std::string& text, const char* keep)
{
    return QUrl::toPercentEncoding(QString::fromStdString(text), keep).toStdString();
}

std::string addressOf(const http::Request& request)
{
    if (request.method != http::Method::Get && request.method != http::Method::Head)
        return "/";
    std::string address = encoded(request.path, "/");
    char next = '?';
    for (const auto& [name, value] : request.query) {
        if (name == "lang")
            continue;
        address += next + encoded(name, "") + '=' + encoded(value, "");
        next = '&';
    }
    return address;
}

} // namespace

std::optional<Language> languageAccepted(std::string_view header)
{
    std::optional<Language> best;
    int bestWeight = 0;
    while (!header.empty()) {
        const std::size_t comma = std::min(header.find(','), header.size());
        const std::string_view range = header.substr(0, comma);
        header.remove_prefix(std::min(comma + 1, header.size()));
        const std::size_t end = std::min(range.find(';'), range.size());
        std::string tag(http::trimmed(range.substr(0, end)));
        tag.resize(std::min(tag.find('-'), tag.size()));
        std::transform(tag.begin(), tag.end(), tag.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
        const auto language = languageByCode(tag);
        const int weight = weightOf(range.substr(end));
        if (language && weight > bestWeight) {
            best = language;
            bestWeight = weight;
        }
    }
    return best;
}

Visit visitOf(const http::Request& request)
{
    Visit visit;
    visit.here = addressOf(request);
    auto language = languageByCode(request.queryValue("lang").value_or(std::string_view()));
    visit.chose = language.has_value();
    if (!language)
        language = languageByCode(request.cookie(languageCookie));
    if (!language)
        language = languageAccepted(request.header("accept-language"));
    visit.words = &Words::in(language.value_or(Language::English));
    return visit;
}

} // namespace parterre::web
