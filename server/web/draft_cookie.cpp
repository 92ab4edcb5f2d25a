// Base64url of address, line end, name. Anybody may forge their own cookie; the page escapes what it shows.
#include "server/web/draft_cookie.h"

#include "server/web/forms.h"

namespace parterre::web {
namespace {

constexpr std::string_view cookieName = "parterre_form";
constexpr std::string_view attributes = "; Path=/holds; HttpOnly; SameSite=Lax; Max-Age=";
constexpr std::size_t mostBytes = 1'000;

std::string headerText(std::string_view value, int seconds)
{
    return std::string(cookieName) + '=' + std::string(value) + std::string(attributes) + std::to_string(seconds);
}

} // namespace

std::string draftCookie(const CheckoutDraft& draft)
{
    const QByteArray text = QByteArray::fromStdString(draft.email.substr(0, 254) + '\n' + draft.name.substr(0, 200));
    const QByteArray value = text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
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
    const std::size_t end = text.find('\n');
    if (end == std::string::npos || !http::isUtf8(text))
        return {};
    CheckoutDraft draft{text.substr(0, end), text.substr(end + 1), {}, {}};
    return hasControls(draft.email) || hasControls(draft.name) ? CheckoutDraft() : draft;
}

} // namespace parterre::web
