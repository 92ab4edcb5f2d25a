// A file appears whole or not at all.
#include "server/mail/folder_mailer.h"

#include "server/mail/message_text.h"

#include <QDir>
#include <QSaveFile>

namespace parterre {

FolderMailer::FolderMailer(Scheduler& scheduler, QString folder, std::string from)
    : m_scheduler(scheduler), m_folder(std::move(folder)), m_from(std::move(from))
{}

FolderMailer::~FolderMailer()
{
    *m_alive = false;
}

void FolderMailer::send(const Mail& mail, Completion<void> done)
{
    m_scheduler.after(Milliseconds(0), [alive = m_alive, done = std::move(done), written = write(mail)] {
        if (*alive)
            done(written);
    });
}

Result<void> FolderMailer::write(const Mail& mail) const
{
    const auto text = messageText(mail, m_from);
    if (!text.ok())
        return text.error();
    QDir().mkpath(m_folder);
    QSaveFile file(QDir(m_folder).filePath(QString::fromStdString(mail.id) + QStringLiteral(".eml")));
    if (file.open(QIODevice::WriteOnly) && file.write(*text) == text->size() && file.commit())
        return {};
    return Error{ErrorCode::Storage, (file.fileName() + QStringLiteral(": ") + file.errorString()).toStdString()};
}

} // namespace parterre
