// A file appears whole or not at all, and is on the disk before it counts as sent.
#include "server/mail/folder_mailer.h"

#include "server/mail/message_text.h"

#include <QDir>
#include <QSaveFile>

namespace parterre {

FolderMailer::FolderMailer(QString folder, std::string from)
    : m_folder(std::move(folder)),
      m_from(std::move(from)),
      m_thread([this](const Mail& mail, std::atomic<bool>&) { return write(mail); })
{}

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
