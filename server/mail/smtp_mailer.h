// SmtpMailer: hands mails to a mail server by SMTP (RFC 5321), by libcurl, which waits for the end of a mail.
#pragma once

#include "server/mail/mail_thread.h"

namespace parterre {

struct SmtpServer
{
    std::string url;  // "smtp://mail.example:587" (STARTTLS when the server offers it) or "smtps://mail.example"
    std::string user; // empty: no sign-in; else only over TLS
    std::string password;
    std::string from; // envelope and header
};

class SmtpMailer : public Mailer
{
public:
    static constexpr Milliseconds longest{30'000}; // for one mail

    explicit SmtpMailer(SmtpServer server);
    void send(const Mail& mail, Completion<void> done) override { m_thread.post(mail, std::move(done)); }

private:
    Result<void> deliver(const Mail& mail, std::atomic<bool>& ending) const; // on the mail thread

    const SmtpServer m_server;
    MailThread m_thread;
};

} // namespace parterre
