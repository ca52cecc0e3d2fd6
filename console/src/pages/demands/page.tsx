import { Route, Routes } from 'react-router';
import { CaseDetail } from './detail.js';
import { CaseList } from './list.js';

export default function CasesPage() {
  return (
    <Routes>
      <Route index element={<CaseList />} />
      <Route path=":number" element={<CaseDetail />} />
    </Routes>
  );
}
