// Qt's PDF writer on a file that appears when it is complete.
#include "app/devices/pdf_file.h"

#include <QDir>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace parterre::pdf {

using namespace Qt::StringLiterals;

Result<QString> write(const QString& folder, const QString& name, const Sheet& sheet,
                      const std::function<Result<void>(QPdfWriter&, QPainter&)>& draw)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Storage, folder.toStdString()};
    const QString path = folder + u'/' + name + u".pdf"_s;
    const Error notWritten{ErrorCode::Storage, path.toStdString()};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten;
    QPdfWriter writer(&file);
    writer.setResolution(resolution);
    writer.setTitle(sheet.title);
    writer.setCreator(u"Parterre"_s);
    writer.setPageLayout(QPageLayout(QPageSize(sheet.size), sheet.orientation, QMarginsF()));
    QPainter painter;
    if (!painter.begin(&writer))
        return notWritten;
    if (const Result<void> drawn = draw(writer, painter); !drawn)
        return drawn.error();
    painter.end();
    if (!file.commit())
        return notWritten;
    return path;
}

} // namespace parterre::pdf
