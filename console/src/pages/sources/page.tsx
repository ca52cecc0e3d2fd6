import { Route, Routes } from 'react-router';
import { DocumentDetail } from './detail.js';
import { DocumentList } from './list.js';

export default function DocumentsPage() {
  return (
    <Routes>
      <Route index element={<DocumentList />} />
      <Route path=":id" element={<DocumentDetail />} />
    </Routes>
  );
}
