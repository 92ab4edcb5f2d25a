// pdf::write(): a PDF file, written whole or not at all.
#pragma once

#include "sync/base/result.h"

#include <QPageLayout>
#include <QString>

#include <functional>

class QPainter;
class QPdfWriter;

namespace parterre::pdf {

inline constexpr int resolution = 600;            // dots an inch
inline constexpr double dots = resolution / 25.4; // dots a millimetre

struct Sheet
{
    QString title;
    QPageSize::PageSizeId size = QPageSize::A5;
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
};

// `draw` paints the pages and asks the writer for new ones; when it fails nothing is written. The folder is made when
// missing. Answers the file's path. Error: Storage, with the path, or what `draw` says.
Result<QString> write(const QString& folder, const QString& name, const Sheet& sheet,
                      const std::function<Result<void>(QPdfWriter&, QPainter&)>& draw);

} // namespace parterre::pdf
