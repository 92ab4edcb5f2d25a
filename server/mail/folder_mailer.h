// FolderMailer: leaves mails as files "<id>.eml" in a folder, for another program to send, or to be looked at.
#pragma once

#include "server/mail/mailer.h"
#include "sync/base/ports.h"

#include <QString>

#include <memory>

namespace parterre {

class FolderMailer : public Mailer
{
public:
    // `scheduler` outlives the mailer. The folder is made when it is needed.
    FolderMailer(Scheduler& scheduler, QString folder, std::string from);
    ~FolderMailer() override;
    void send(const Mail& mail, Completion<void> done) override;

private:
    Result<void> write(const Mail& mail) const;
    Scheduler& m_scheduler;
    QString m_folder;
    std::string m_from;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace parterre
