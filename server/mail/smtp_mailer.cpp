// One conversation at a time; each has a deadline.
#include "server/mail/smtp_mailer.h"

#include "server/mail/message_text.h"
#include "sync/base/require.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace parterre {
namespace {

bool initialiseCurl()
{
    static const bool done = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return done;
}

// RFC 5321, 4.2.1: 5yz to an address or a text is the answer for good. To a greeting or a sign-in (530 to 538) it is
// not: that is about us, and another day it may be another.
bool isFinal(CURLcode code, long response, bool isTextSent)
{
    const bool isAboutTheMail = code == CURLE_SEND_ERROR || isTextSent;
    return isAboutTheMail && response >= 500 && response < 600 && !(response >= 530 && response <= 538);
}

struct Upload
{
    QByteArray text;
    std::size_t sent = 0;

    static std::size_t read(char* out, std::size_t size, std::size_t count, void* self)
    {
        auto& upload = *static_cast<Upload*>(self);
        const std::size_t part = std::min(size * count, static_cast<std::size_t>(upload.text.size()) - upload.sent);
        std::memcpy(out, upload.text.constData() + upload.sent, part);
        upload.sent += part;
        return part;
    }
};

int endsOnDemand(void* ending, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<std::atomic<bool>*>(ending)->load() ? 1 : 0;
}

} // namespace

SmtpMailer::SmtpMailer(SmtpServer server)
    : m_server(std::move(server)),
      m_thread([this](const Mail& mail, std::atomic<bool>& ending) { return deliver(mail, ending); })
{
    PARTERRE_REQUIRE(initialiseCurl());
}

Result<void> SmtpMailer::deliver(const Mail& mail, std::atomic<bool>& ending) const
{
    auto text = messageText(mail, m_server.from);
    if (!text.ok())
        return text.error();
    Upload upload{std::move(*text)};
    const std::unique_ptr<CURL, void (*)(CURL*)> handle(curl_easy_init(), &curl_easy_cleanup);
    const std::unique_ptr<curl_slist, void (*)(curl_slist*)> to(
        curl_slist_append(nullptr, ('<' + mail.to + '>').c_str()), &curl_slist_free_all);
    CURL* const curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, m_server.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(
        curl, CURLOPT_USE_SSL,
        static_cast<long>(m_server.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL)); // no password in clear
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ('<' + m_server.from + '>').c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &Upload::read);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(longest.count()));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &endsOnDemand);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &ending);
    if (!m_server.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, m_server.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, m_server.password.c_str());
    }
    const CURLcode code = curl_easy_perform(curl);
    if (code == CURLE_OK)
        return {};
    long response = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &response);
    const bool isTextSent = upload.sent == static_cast<std::size_t>(upload.text.size());
    return Error{isFinal(code, response, isTextSent) ? ErrorCode::Malformed : ErrorCode::Unavailable,
                 std::string("mail server: ") + curl_easy_strerror(code) +
                     (response > 0 ? " (" + std::to_string(response) + ")" : std::string())};
}

} // namespace parterre
