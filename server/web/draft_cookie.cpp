// Base64url of lines: address, name, method, then place and price type in turn. Anybody may forge their own cookie; the
// page escapes what it shows.
#include "server/web/draft_cookie.h"

#include "server/web/forms.h"

#include <algorithm>

namespace parterre::web {
namespace {

constexpr std::string_view cookieName = "parterre_form";
constexpr std::string_view attributes = "; Path=/holds; HttpOnly; SameSite=Lax; Max-Age=";
constexpr std::size_t mostBytes = 3'000; // of the value; browsers keep 4,096 of the whole

std::string headerText(std::string_view value, int seconds)
{
    return std::string(cookieName) + '=' + std::string(value) + std::string(attributes) + std::to_string(seconds);
}

} // namespace

std::string draftCookie(const CheckoutDraft& draft)
{
    std::string text =
        draft.email.substr(0, 254) + '\n' + draft.name.substr(0, 200) + '\n' + draft.method.substr(0, 40);
    for (const auto& [place, type] : draft.priceTypes)
        if (const std::string lines = '\n' + place + '\n' + type; text.size() + lines.size() <= mostBytes * 3 / 4)
            text += lines;
    const QByteArray value =
        QByteArray::fromStdString(text).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return headerText(value.toStdString(), 1'800);
}

std::string forgetDraftCookie()
{
    return headerText({}, 0);
}

CheckoutDraft draftFromCookie(const http::Request& request)
{
    const std::string_view value = request.cookie(cookieName);
    if (value.empty() || value.size() > mostBytes)
        return {};
    const QByteArray coded(value.data(), static_cast<qsizetype>(value.size()));
    const std::string text = QByteArray::fromBase64(coded, QByteArray::Base64UrlEncoding).toStdString();
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= text.size(); at = lines.back().size() + at + 1)
        lines.push_back(text.substr(at, text.find('\n', at) - at));
    if (lines.size() < 3 || lines.size() % 2 == 0 || !http::isUtf8(text) ||
        std::any_of(lines.begin(), lines.end(), [](const std::string& line) { return hasControls(line); }))
        return {};
    CheckoutDraft draft{lines[0], lines[1], lines[2], {}};
    for (std::size_t i = 3; i + 1 < lines.size(); i += 2)
        draft.priceTypes.emplace_back(lines[i], lines[i + 1]);
    return draft;
}

} // namespace parterre::web
