// FolderMailer: leaves mails as files "<id>.eml" in a folder, for another program to send, or to be looked at.
#pragma once

#include "server/mail/mail_thread.h"

#include <QString>

namespace parterre {

class FolderMailer : public Mailer
{
public:
    // The folder is made when it is needed.
    FolderMailer(QString folder, std::string from);
    void send(const Mail& mail, Completion<void> done) override { m_thread.post(mail, std::move(done)); }

private:
    Result<void> write(const Mail& mail) const; // on the mail thread

    const QString m_folder;
    const std::string m_from;
    MailThread m_thread;
};

} // namespace parterre
